using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>A name that the contract does not have.</summary>
static class UnknownColumn
{
    public static string Describe(string name, DataContract contract) =>
        $"'{name}' is not a column of '{contract.Dataset}'{Nearest.Hint(name, contract.Columns.Select(c => c.Name))}; "
        + "column names must match the file's header exactly";
}
