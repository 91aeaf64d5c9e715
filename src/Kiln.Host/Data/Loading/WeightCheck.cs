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
    /// <param name="isSaid">Whether the contract refuses the value already.</param>
    public static IEnumerable<BrokenRule> Find(NumberColumn column, Func<double, bool> isSaid, ViolationBudget budget)
    {
        BrokenRule missing = Rule("weight", "has no value"), negative = Rule("negative weight", "is negative");
        for (var row = 0; row < column.Values.Length; row++)
            if (column.Values[row] is var value && !(value >= 0) && !isSaid(value))
            {
                if (double.IsNaN(value))
                    missing.Add(row, "");
                else
                    negative.Add(row, value.ToString(CultureInfo.InvariantCulture));
            }
        return new[] { missing, negative }.Where(rule => rule.Count > 0);

        BrokenRule Rule(string name, string matter) => new(Ids.WrongWeight, name, column.Column, matter, budget) { Tolerance = 0, Severity = Severity.Error };
    }
}
