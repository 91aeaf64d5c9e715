using Kiln.Contracts;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

/// <summary>Holds the values of a column against what models use it for. What the contract refuses already is not said again.</summary>
static class UseChecks
{
    /// <param name="broken">What of the column's own rules is broken.</param>
    /// <param name="rows">How many there are.</param>
    public static IEnumerable<BrokenRule> Find(TableColumn column, IEnumerable<BrokenRule> broken, UsedColumns used, int rows, ViolationBudget budget)
    {
        var refused = broken.Where(rule => !rule.IsWarning(rows)).ToList();
        var isMissingSaid = refused.Exists(rule => rule.Id == Ids.ValueMissing || rule.IsUnreadable);
        if (column is NumberColumn numbers)
        {
            if (used.HasClasses(column.Column) && ClassCheck.Find(numbers, budget) is { } noClass)
                yield return noClass;
            if (used.IsWeight(column.Column))
                foreach (var rule in WeightCheck.Find(numbers, IsSaid, budget))
                    yield return rule;
            if (used.Relevances.Contains(column.Column.Name) && RankingCheck.FindRelevance(numbers, IsSaid, budget) is { } irrelevant)
                yield return irrelevant;
        }
        if (!isMissingSaid && used.Queries.Contains(column.Column.Name) && RankingCheck.FindMissing(column, rows, budget) is { } unasked)
            yield return unasked;

        bool IsSaid(double value) => double.IsNaN(value) ? isMissingSaid
            : value < column.Column.Min && refused.Exists(rule => rule.Rule == "min") || value > column.Column.Max && refused.Exists(rule => rule.Rule == "max");
    }
}
