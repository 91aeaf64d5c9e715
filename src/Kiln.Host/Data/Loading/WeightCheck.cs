using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

/// <summary>Holds the numbers of a column that says how much each row counts against what can be said so. A row that was dropped for its weight would be missed by nobody.</summary>
static class WeightCheck
{
    /// <summary>The rows that count less than nothing, or nobody knows how much; no tolerance of the column is for them.</summary>
    /// <param name="column">The weights.</param>
    /// <param name="isMissingSaid">Whether the contract refuses missing ones already.</param>
    public static IEnumerable<BrokenRule> Find(NumberColumn column, bool isMissingSaid, ViolationBudget budget)
    {
        BrokenRule missing = Rule("weight", "has no value"), negative = Rule("negative weight", "is negative");
        for (var row = 0; row < column.Values.Length; row++)
            if (double.IsNaN(column.Values[row]) && !isMissingSaid)
                missing.Add(row, "");
            else if (column.Values[row] < 0)
                negative.Add(row, column.Values[row].ToString(CultureInfo.InvariantCulture));
        return new[] { missing, negative }.Where(rule => rule.Count > 0);

        BrokenRule Rule(string name, string matter) => new(Ids.WrongWeight, name, column.Column, matter, budget) { Tolerance = 0, Severity = Severity.Error };
    }
}
