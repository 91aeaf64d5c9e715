using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Rules;
using Kiln.Host.Data.Values;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data;

/// <summary>The contract as it lies beside the data.</summary>
static class ContractFile
{
    /// <exception cref="BuildException">The file is no contract; says where.</exception>
    public static DataContract Load(Dataset dataset)
    {
        try
        {
            return Read(JsonReader.Read(File.ReadAllText(dataset.Contract)));
        }
        catch (JsonFormatException e)
        {
            throw Unreadable(dataset, e.Line, e.Column, $"{e.Message}; correct the contract, or restore it from version control");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(dataset, 0, 0, $"the contract of dataset '{dataset.Name}' cannot be read: {e.Message}");
        }
    }

    /// <exception cref="JsonFormatException">Not a contract, or none that this engine can follow.</exception>
    public static DataContract Read(JsonValue root)
    {
        var contract = ContractJson.Read(root);
        if (root.Optional("dialect") is { } dialect)
            CheckDialect(dialect);
        foreach (var column in root.Required("columns").AsArray())
            CheckDateFormat(column);
        CheckRules(contract);
        return contract;
    }

    static void CheckDialect(JsonValue dialect)
    {
        Check("delimiter", 1);
        Check("quote", 0);
        Check("escape", 0);
        if (dialect.Optional("decimal") is { Text: not ("." or ",") } separator)
            throw separator.Error($"the decimal separator \"{separator.Text}\" is neither \".\" nor \",\"");
        CheckDateFormat(dialect);

        void Check(string name, int least)
        {
            if (dialect.Optional(name) is { } value
                && (value.Text.Length < least || value.Text.Length > 1 || value.Text.Any(c => c is > '~' or '\n' or '\r')))
                throw value.Error($"the {name} \"{value.Text}\" is not one ASCII character");
        }
    }

    static void CheckDateFormat(JsonValue value)
    {
        if (value.Optional("dateFormat") is { } format)
            try
            {
                DateFormat.Parse(format.Text);
            }
            catch (FormatException e)
            {
                throw format.Error(e.Message);
            }
    }

    /// <summary>Here, and not when the rules are run, because the data may be known and not be read.</summary>
    static void CheckRules(DataContract contract)
    {
        if (contract.Rules.Count == 0)
            return;
        using var engine = DuckEngine.OpenLocked();
        foreach (var rule in contract.Rules)
            try
            {
                CheckedRule.Check(engine, rule, contract);
            }
            catch (RuleException e)
            {
                throw new JsonFormatException($"the rule \"{rule.Name}\" is refused: {e.Message}", rule.Line, rule.Column);
            }
    }

    static BuildException Unreadable(Dataset dataset, int line, int column, string message) =>
        new(dataset.Contract, line, column, Ids.ContractUnreadable, message);
}
