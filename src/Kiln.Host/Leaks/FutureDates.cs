using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Reports;

namespace Kiln.Host.Leaks;

/// <summary>
/// Dates after today: a mistyped year, or the mark of something that has no end. The build says so and the report does not, because
/// what it says must not change with the day.
/// </summary>
static class FutureDates
{
    /// <summary>A column with more of them holds plans.</summary>
    const double LargestShare = 0.01;

    public static IEnumerable<Finding> Check(ModelPlan plan, ModelRows rows, TimeProvider clock)
    {
        // Nowhere on earth is it later than 14 hours after UTC.
        var latest = clock.GetUtcNow().UtcDateTime.AddHours(14);
        foreach (var dates in rows.Table.Columns.OfType<DateTimeColumn>().Where(column => column.Column.Role != ColumnRole.Ignore))
        {
            var count = dates.Values.Count(date => date > latest);
            if (count == 0 || count > LargestShare * dates.Values.Length && dates.Column != plan.Shape.SplitColumn)
                continue;
            var first = Array.FindIndex(dates.Values, date => date > latest);
            var place = rows.Table.Find([(first, dates.Column.Name)])[0];
            yield return new(null, new Diagnostic(place.File, place.Line, place.Column, Ids.DateInFuture,
                FormattableString.Invariant($"{Counted.Format(count, "row")} of {rows.Table.Rows:N0} ({Numbers.Percent(count, rows.Table.Rows)}) ")
                + $"{(count == 1 ? "has" : "have")} a '{dates.Column.Name}' after today "
                + FormattableString.Invariant($"(this is the {(count == 1 ? "one" : "first")}: {dates.Values[first]:yyyy-MM-dd})")
                + (dates.Column == plan.Shape.SplitColumn ? ", and the latest rows are the ones that measure the model" : "")
                + $"; correct it, or, if it means that there is no date, add it to the column's \"missing\" in '{Path.GetFileName(plan.Dataset.Contract)}'",
                IsWarning: true));
        }
    }
}
