using Kiln.Contracts;
using Kiln.Contracts.Data;

namespace Kiln.Host.Examples;

/// <summary>The texts that mean a missing value. A row's key is made of its fields without them: with another text the same rows have other keys.</summary>
static class BlankTexts
{
    /// <summary>A hash over those of the columns that a row is known by.</summary>
    public static string Compute(DataContract contract, IReadOnlyList<string> by) => contract.Columns.Where(column => by.Contains(column.Name))
        .Aggregate(new Fingerprint().Add("blanks 1"), (all, column) => all.Add(column.Name).Add(contract.Dialect.MissingIn(column))).ToString()[..16];
}
