using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Reports;

namespace Kiln.Host.Leaks;

/// <summary>
/// Rows that have a time and are not held out by it. That matters where rows that follow each other are alike: then the model has learned
/// the days before and after each row that measures it.
/// </summary>
static class HeldOutInThePast
{
    /// <summary>Of one row's label and the next one's. Below it there is little to fill gaps with.</summary>
    const double LeastCorrelation = 0.2;

    /// <summary>Standard deviations (1/√n without any correlation); several columns are looked at.</summary>
    const double Significant = 4;

    const double Complete = 0.95;

    public static Finding? Check(ModelPlan plan, ModelRows rows)
    {
        // A split by hash where a column has the role of time is somebody's decision, and KILN5003 has said what it means.
        var isDecided = plan.Definition.Split == SplitKind.Hash && plan.Contract.Columns.Any(column => column.Role == ColumnRole.Time);
        if (plan.Shape.Split == SplitKind.Time || plan.Shape.Query is not null || isDecided)
            return null;
        var (training, heldOut) = (rows.HoldOut.Training, rows.HoldOut.HeldOut);
        var found = rows.Table.Columns.OfType<DateTimeColumn>()
            .Select(dates => (Dates: dates, Correlation: Correlation(dates, rows.Examples, [.. training, .. heldOut])))
            .Where(column => column.Correlation >= LeastCorrelation).OrderByDescending(column => column.Correlation).FirstOrDefault();
        if (found.Dates is not { } time)
            return null;
        var last = training.Max(row => time.Values[row]);
        var before = heldOut.Count(row => time.Values[row] < last);
        var said = $"{Numbers.Percent(before, heldOut.Length)} of the held-out rows lie before the latest training row by '{time.Column.Name}', "
            + FormattableString.Invariant($"and '{plan.Shape.Label.Name}' is alike in rows that follow each other (correlation {found.Correlation:0.##}): ")
            + $"the metrics are those of filling gaps, and in production '{plan.Name}' knows only the past";
        return new(said, new Diagnostic(plan.Dataset.Contract, time.Column.Line, 1, Ids.HeldOutInThePast,
            $"{said}; give the column \"role\": \"time\" here to hold out the latest fifth", IsWarning: true));
    }

    /// <summary>Of ranks, for a label of several classes the largest of any class; 0 where it may be chance.</summary>
    static double Correlation(DateTimeColumn dates, ExampleSet examples, int[] rows)
    {
        int[] ordered = [.. rows.Where(row => dates.Values[row] is not null).OrderBy(row => dates.Values[row])];
        if (ordered.Length < Complete * rows.Length)
            return 0;
        var correlation = examples.Shape.Task == TaskKind.MulticlassClassification
            ? Enumerable.Range(0, examples.Shape.Classes.Count).Max(index => Correlation([.. ordered.Select(row => examples.Label[row] == index ? 1.0 : 0)]))
            : Correlation([.. ordered.Select(row => (double)examples.Label[row])]);
        return correlation < Significant / Math.Sqrt(ordered.Length) ? 0 : correlation;
    }

    static double Correlation(double[] labels) => Spearman.Correlate(labels[1..], labels[..^1]);
}
