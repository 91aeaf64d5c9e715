using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Leaks;

/// <summary>Features that name the row or count it. What a model learns of them holds for no new row.</summary>
static class RowIdentifiers
{
    const int FewestRows = 50;

    const int Sample = 2_000;

    /// <summary>
    /// Whole numbers drawn by chance from a range repeat; where this many pairs were to be expected at least (n²/2 over the range's width, the
    /// birthday problem; uneven numbers repeat more) and there is none, they were given out: e^-7 is one column in a thousand.
    /// </summary>
    const double ExpectedPairs = 7;

    const double InOrder = 0.999;

    /// <summary>Different values of a category for each row: most of them occur once.</summary>
    const double NearlyUnique = 0.5;

    const double NearlyDifferent = 0.9;

    public static IEnumerable<Finding> Check(ModelPlan plan, ModelRows rows)
    {
        if (rows.Table.Rows < FewestRows)
            yield break;
        foreach (var column in plan.Shape.Features)
            if (column != plan.Shape.SplitColumn && Describe(rows.Table[column.Name]) is { } matter)
                yield return new($"'{column.Name}' {matter}", new Diagnostic(plan.Dataset.Contract, column.Line, 1, Ids.RowIdentifier,
                    $"'{column.Name}' {matter}, and '{plan.Name}' learns from it what holds for no new row; give it \"role\": \"id\" here, or \"ignore\"",
                    IsWarning: true));
    }

    static string? Describe(TableColumn column) => column switch
    {
        TextColumn { Column.Type: ColumnType.Category } texts => Names(texts),
        NumberColumn { Column.Type: not ColumnType.Boolean } numbers => Numbers(numbers.Values),
        _ => null,
    };

    static string? Names(TextColumn column)
    {
        int[] codes = [.. column.Codes.Where(code => code >= 0)];
        if (codes.Length < FewestRows || column.Texts.Count < NearlyUnique * codes.Length)
            return null;
        var distinct = codes.Distinct().Count();
        return distinct < NearlyUnique * codes.Length ? null
            : FormattableString.Invariant($"has {distinct:N0} different values in {codes.Length:N0} rows: it names the row");
    }

    static string? Numbers(double[] values)
    {
        if (!AreWhole(Sampled(values)) || !AreWhole(values))
            return null;
        if (IsUnique(values, out var width) && (double)values.Length * values.Length / 2 / width >= ExpectedPairs)
            return FormattableString.Invariant($"has a number of its own in each of the {values.Length:N0} rows, ")
                + "in so narrow a range that they were given out and not measured";
        return IsRunning(values) ? "runs with the rows' order in the file: it counts the rows or their time, or the file is sorted by it" : null;
    }

    /// <summary>Nearly as many numbers as rows, or it would be one that the file is sorted by.</summary>
    static bool IsRunning(double[] values)
    {
        var sample = Sampled(values);
        return sample.Distinct().Count() >= NearlyDifferent * sample.Length
            && Math.Abs(Spearman.Correlate(sample, [.. Enumerable.Range(0, sample.Length)])) >= InOrder;
    }

    /// <summary>None is missing: those that are given out never are.</summary>
    static bool AreWhole(double[] values) => Array.TrueForAll(values, value => value == Math.Truncate(value));

    static bool IsUnique(double[] values, out double width)
    {
        width = values.Max() - values.Min() + 1;
        var known = new HashSet<double>();
        return Array.TrueForAll(values, known.Add);
    }

    static double[] Sampled(double[] values)
    {
        var count = Math.Min(values.Length, Sample);
        return [.. Enumerable.Range(0, count).Select(i => values[(int)((long)i * values.Length / count)])];
    }
}
