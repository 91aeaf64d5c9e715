using Kiln.Contracts;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

/// <summary>Holds the values of a column against what models use it for.</summary>
static class UseChecks
{
    /// <param name="broken">What of the column's own rules is broken.</param>
    /// <param name="rows">How many there are.</param>
    public static IEnumerable<BrokenRule> Find(TableColumn column, IEnumerable<BrokenRule> broken, UsedColumns used, int rows, ViolationBudget budget)
    {
        // What is an error already is not said again.
        var isMissingSaid = broken.Any(rule => (rule.Id == Ids.ValueMissing || rule.IsUnreadable) && !rule.IsWarning(rows));
        if (column is NumberColumn numbers && used.HasClasses(column.Column) && ClassCheck.Find(numbers, budget) is { } noClass)
            yield return noClass;
        if (column is NumberColumn weights && used.IsWeight(column.Column))
            foreach (var rule in WeightCheck.Find(weights, isMissingSaid, budget))
                yield return rule;
        if (column is NumberColumn relevance && used.Relevances.Contains(column.Column.Name) && RankingCheck.FindRelevance(relevance, budget) is { } irrelevant)
            yield return irrelevant;
        if (!isMissingSaid && used.Queries.Contains(column.Column.Name) && RankingCheck.FindMissing(column, rows, budget) is { } unasked)
            yield return unasked;
    }
}
