using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Tests.Evaluation;

/// <summary>What is measured of the intervals of predicted numbers.</summary>
public class IntervalMetricsTests
{
    static readonly Predictions Small = new(TaskKind.Regression, [1, 2, 3, 4], [[1, 1, 3], [0, -1, 2], [9, 3.5f, 10], [4, 4, 4]]);

    static double[] Measure(Predictions predictions, params int[] counts) => Metrics.Create(predictions).Measure(counts)[3..];

    /// <summary>Worked out by hand: the ends hold too, and the third label lies below its interval. Widths are 2, 3, 6.5 and 0.</summary>
    [Fact]
    public void Both_ends_are_within()
    {
        Assert.Equal([0.75, 11.5 / 4], Measure(Small, 1, 1, 1, 1));
        Assert.Equal([0.6, 21.0 / 5], Measure(Small, 1, 2, 2, 0));
    }

    [Fact]
    public void They_are_those_counted_row_by_row_with_intervals_of_their_own()
    {
        var random = new Random(9);
        float[] labels = [.. Enumerable.Range(0, 400).Select(_ => (float)random.NextDouble())];
        float[][] scores = [.. Enumerable.Range(0, 400).Select(_ => random.NextSingle() is var score ? new[] { score, score - random.NextSingle() / 2, score + random.NextSingle() / 2 } : [])];

        var metrics = HeldOutMetrics.Measure(new(TaskKind.Regression, labels, scores), new([.. Enumerable.Range(0, 1_001).Select(label => (float)label)]), 0.9);

        Assert.Equal(MetricFacts.List(TaskKind.Regression, extended: true), metrics.Select(metric => metric.Metric));
        var (coverage, width) = (metrics[3], metrics[4]);
        var inside = Enumerable.Range(0, 400).Count(row => scores[row][1] <= labels[row] && labels[row] <= scores[row][2]);
        Assert.Equal(inside / 400.0, coverage.Value.Value, 1e-6);
        Assert.Equal(scores.Average(row => (double)row[2] - row[1]), width.Value.Value, 1e-6);
        // The normal approximation of a share.
        var off = 1.96 * Math.Sqrt(coverage.Value.Value * (1 - coverage.Value.Value) / 400);
        Assert.Equal(coverage.Value.Value - off, coverage.Value.Low, 0.01);
        Assert.Equal(coverage.Value.Value + off, coverage.Value.High, 0.01);
        // Of 0 to 1,000 nine tenths lie between 50 and 950.
        Assert.Equal((double.NaN, 900), (coverage.NoSkill, width.NoSkill));
    }

    [Fact]
    public void Of_two_models_one_of_which_has_none_the_rest_is_compared()
    {
        var without = Small with { Scores = [.. Small.Scores.Select(scores => scores[..1])] };

        Assert.Equal(["RSquared", "RootMeanSquaredError", "MeanAbsoluteError"], PairedBootstrap.Compare(without, Small).Select(metric => metric.Key));
        Assert.Equal(MetricFacts.List(TaskKind.Regression), PairedBootstrap.Compare(Small, without).Select(metric => metric.Key));
        Assert.Equal(MetricFacts.List(TaskKind.Regression, extended: true), PairedBootstrap.Compare(Small, Small).Select(metric => metric.Key));
    }

    [Fact]
    public void An_end_that_is_no_number_leaves_nothing_defined() => Assert.All(
        HeldOutMetrics.Measure(Small with { Scores = [[1, 1, float.NaN], .. Small.Scores[1..]] }, new([1, 2]), 0.9), metric => Assert.False(metric.Value.IsDefined));
}
