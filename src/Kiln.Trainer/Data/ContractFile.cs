using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.TrainerHost.Data.Values;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost.Data;

/// <summary>The contract as it lies beside the data.</summary>
static class ContractFile
{
    /// <exception cref="BuildException">The file is no contract; says where.</exception>
    public static DataContract Load(Dataset dataset)
    {
        try
        {
            var contract = ContractReader.Read(File.ReadAllText(dataset.Contract));
            CheckDialect(contract.Dialect);
            return contract;
        }
        catch (JsonFormatException e)
        {
            throw Unreadable(dataset, e.Line, e.Column, $"{e.Message}; correct the contract, or delete it to have it inferred again");
        }
        catch (FormatException e)
        {
            throw Unreadable(dataset, 1, 1, $"{e.Message}; correct \"dialect\" in the contract");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(dataset, 0, 0, $"the contract of dataset '{dataset.Name}' cannot be read: {e.Message}");
        }
    }

    static void CheckDialect(Dialect dialect)
    {
        Check(dialect.Delimiter, "delimiter", dialect.Delimiter.Length == 1);
        Check(dialect.Quote, "quote", dialect.Quote.Length <= 1);
        Check(dialect.Escape, "escape", dialect.Escape.Length <= 1);
        DateFormat.Of(dialect.DateFormat);

        static void Check(string text, string what, bool fits)
        {
            if (!fits || text.Any(c => c is > '~' or '\n' or '\r'))
                throw new FormatException($"the {what} \"{text}\" is not one ASCII character");
        }
    }

    static BuildException Unreadable(Dataset dataset, int line, int column, string message) =>
        new(dataset.Contract, line, column, Ids.ContractUnreadable, message);
}
