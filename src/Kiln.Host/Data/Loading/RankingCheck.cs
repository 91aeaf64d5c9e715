using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

/// <summary>Holds the columns of a ranking against what can be ranked.</summary>
static class RankingCheck
{
    /// <summary>The rows whose relevance has no gain; null where every one has.</summary>
    /// <param name="isSaid">Whether the contract refuses the value already.</param>
    public static BrokenRule? FindRelevance(NumberColumn column, Func<double, bool> isSaid, ViolationBudget budget)
    {
        var broken = Rule("relevance", column.Column, $"is no relevance, which is a whole number from 0 to {RankedQueries.MostRelevance}", budget);
        for (var row = 0; row < column.Values.Length; row++)
            if (column.Values[row] is var value && !double.IsNaN(value) && !(value is >= 0 and <= RankedQueries.MostRelevance && value == Math.Truncate(value)) && !isSaid(value))
                broken.Add(row, value.ToString(CultureInfo.InvariantCulture));
        return broken.Count > 0 ? broken : null;
    }

    /// <summary>The rows that are of no query; null where there is none.</summary>
    public static BrokenRule? FindMissing(TableColumn column, int rows, ViolationBudget budget)
    {
        var broken = Rule("query", column.Column, "has no value", budget);
        for (var row = 0; row < rows; row++)
            if (column.IsMissing(row))
                broken.Add(row, "");
        return broken.Count > 0 ? broken : null;
    }

    static BrokenRule Rule(string name, Column column, string matter, ViolationBudget budget) =>
        new(Ids.WrongRanking, name, column, matter, budget) { Tolerance = 0, Severity = Severity.Error };
}
