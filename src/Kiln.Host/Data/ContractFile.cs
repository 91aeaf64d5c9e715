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
    /// <exception cref="BuildException">The file is no contract; says where, of everything that is wrong with it.</exception>
    public static DataContract Load(Dataset dataset)
    {
        try
        {
            return Read(JsonReader.Read(File.ReadAllText(dataset.Contract)));
        }
        catch (JsonFormatException e)
        {
            throw new BuildException([.. e.All.Select(error => Unreadable(dataset, error.Line, error.Column, $"{error.Message}; correct the contract, or restore it from version control"))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException(Unreadable(dataset, 0, 0, $"the contract of dataset '{dataset.Name}' cannot be read: {e.Message}"));
        }
    }

    /// <exception cref="JsonFormatException">Not a contract, or none that this engine can follow; has all that is wrong with it.</exception>
    public static DataContract Read(JsonValue root)
    {
        var errors = new JsonErrors();
        var contract = ContractJson.Read(root, errors);
        if (root.Kind == JsonKind.Object)
            CheckReading(root, errors);
        if (contract is { Unclear: not null })
            CheckRules(contract, errors);
        errors.ThrowIfAny();
        return contract!.Contract;
    }

    /// <summary>How the files are read; what is of another kind than it must be is told by then.</summary>
    static void CheckReading(JsonValue root, JsonErrors errors)
    {
        if (root.Optional("dialect") is { Kind: JsonKind.Object } dialect)
            CheckDialect(dialect, errors);
        if (root.Optional("columns") is { Kind: JsonKind.Array } columns)
            foreach (var column in columns.Items.Where(column => column.Kind == JsonKind.Object))
                CheckDateFormat(column, errors);
    }

    static void CheckDialect(JsonValue dialect, JsonErrors errors)
    {
        Check("delimiter", 1);
        Check("quote", 0);
        Check("escape", 0);
        if (dialect.Optional("decimal") is { Kind: JsonKind.String, Text: not ("." or ",") } separator)
            errors.Add(separator.Error($"the decimal separator \"{separator.Text}\" is neither \".\" nor \",\""));
        CheckDateFormat(dialect, errors);

        void Check(string name, int least)
        {
            if (dialect.Optional(name) is { Kind: JsonKind.String } value
                && (value.Text.Length < least || value.Text.Length > 1 || value.Text.Any(c => c is > '~' or '\n' or '\r')))
                errors.Add(value.Error($"the {name} \"{value.Text}\" is not one ASCII character"));
        }
    }

    static void CheckDateFormat(JsonValue value, JsonErrors errors)
    {
        if (value.Optional("dateFormat") is { Kind: JsonKind.String } format)
            try
            {
                DateFormat.Parse(format.Text);
            }
            catch (FormatException e)
            {
                errors.Add(format.Error(e.Message));
            }
    }

    /// <summary>Here, and not when the rules are run, because the data may be known and not be read.</summary>
    static void CheckRules(ContractPart part, JsonErrors errors)
    {
        if (part.Contract.Rules.Count == 0)
            return;
        using var engine = DuckEngine.OpenLocked();
        foreach (var rule in part.Contract.Rules)
            try
            {
                // What a rule gives follows from the types of what it uses.
                if (part.Unclear!.Count == 0 || RuleExpression.Read(engine, rule.Sql, [.. part.Names]).All(part.IsClear))
                    CheckedRule.Check(engine, rule, part.Contract);
            }
            catch (RuleException e)
            {
                errors.Add(new($"the rule \"{rule.Name}\" is refused: {e.Message}", rule.Line, rule.Column));
            }
    }

    static Diagnostic Unreadable(Dataset dataset, int line, int column, string message) =>
        new(dataset.Contract, line, column, Ids.ContractUnreadable, message);
}
