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

    /// <summary>Correlation of ranks: neighbours may be exchanged.</summary>
    const double InOrder = 0.999;

    /// <summary>Values that rise, or fall, one after the other: some may stand elsewhere. Measured numbers that follow a trend go to and fro on their way.</summary>
    const double InSequence = 0.95;

    /// <summary>Different values of a category for each row: most of them occur once.</summary>
    const double NearlyUnique = 0.5;

    const double NearlyDifferent = 0.9;

    public static IEnumerable<Finding> Check(ModelPlan plan, ModelRows rows)
    {
        if (rows.Table.Rows < FewestRows)
            yield break;
        var files = Files(rows.Table);
        foreach (var column in plan.Shape.Features)
            if (column != plan.Shape.SplitColumn && Describe(rows.Table[column.Name], files) is { } matter)
                yield return new($"'{column.Name}' {matter}", new Diagnostic(plan.Dataset.Contract, column.Line, 1, Ids.RowIdentifier,
                    $"'{column.Name}' {matter}, and '{plan.Name}' learns from it what holds for no new row; give it \"role\": \"id\" here, or \"ignore\"",
                    IsWarning: true));
    }

    /// <summary>The rows of each file: names of files put them in another order than that in which they came. All as one where some have too few to be in any order.</summary>
    public static IReadOnlyList<RowRange> Files(Table table)
    {
        var files = new List<RowRange>();
        foreach (var file in table.Partitions)
            if ((table.Origins?.Count(row => row >= file.First && row < file.End) ?? file.Rows) is var rows and > 0)
                files.Add(new(files.Count == 0 ? 0 : files[^1].End, rows));
        return files.TrueForAll(file => file.Rows >= FewestRows) ? files : [new(0, table.Rows)];
    }

    /// <summary>What makes the column one that names or counts rows; null where nothing does.</summary>
    public static string? Describe(TableColumn column, IReadOnlyList<RowRange> files) => column switch
    {
        TextColumn { Column.Type: ColumnType.Category } texts => Names(texts),
        NumberColumn { Column.Type: not ColumnType.Boolean } numbers => Numbers(numbers.Values, files),
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

    static string? Numbers(double[] values, IReadOnlyList<RowRange> files)
    {
        if (!AreWhole(Sampled(values)) || !AreWhole(values))
            return null;
        if (IsUnique(values, out var width) && (double)values.Length * values.Length / 2 / width >= ExpectedPairs)
            return FormattableString.Invariant($"has a number of its own in each of the {values.Length:N0} rows, ")
                + "in so narrow a range that they were given out and not measured";
        return IsRunning(values, files) ? $"runs with the rows' order in {(files.Count == 1 ? "the" : "each")} file: it counts the rows or their time, or the file is sorted by it" : null;
    }

    /// <summary>Nearly as many numbers as rows, or it would be one that the file is sorted by.</summary>
    static bool IsRunning(double[] values, IReadOnlyList<RowRange> files)
    {
        var sample = Sampled(values);
        return sample.Distinct().Count() >= NearlyDifferent * sample.Length
            && (Math.Abs(Spearman.Correlate(sample, [.. Enumerable.Range(0, sample.Length)])) >= InOrder || AreInSequence(values, files));
    }

    static bool AreInSequence(double[] values, IReadOnlyList<RowRange> files)
    {
        double[][] samples = [.. files.Select(file => Sampled(values.AsSpan(file.First, file.Rows), Math.Max(FewestRows, (int)((long)Sample * file.Rows / values.Length))))];
        var enough = InSequence * samples.Sum(sample => sample.Length);
        return samples.Sum(LongestRise.Measure) >= enough || samples.Sum(sample => LongestRise.Measure(sample.Reverse())) >= enough;
    }

    /// <summary>None is missing: those that are given out never are.</summary>
    static bool AreWhole(double[] values) => Array.TrueForAll(values, value => value == Math.Truncate(value));

    static bool IsUnique(double[] values, out double width)
    {
        width = values.Max() - values.Min() + 1;
        var known = new HashSet<double>();
        return Array.TrueForAll(values, known.Add);
    }

    static double[] Sampled(ReadOnlySpan<double> values, int most = Sample)
    {
        var sample = new double[Math.Min(values.Length, most)];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = values[(int)((long)i * values.Length / sample.Length)];
        return sample;
    }
}
