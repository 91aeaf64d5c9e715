using Kiln.Host.Leaks.Labels;

namespace Kiln.Host.Tests.Leaks;

public class ConfidentLearningTests
{
    /// <summary>By hand: both thresholds are 0.6, the third row is confidently the other class and so is the last, one of three each.</summary>
    [Fact]
    public void Rows_that_are_confidently_another_class_are_suspected()
    {
        var found = ConfidentLearning.Find(Probabilities(0.1f, 0.2f, 0.9f, 0.8f, 0.9f, 0.05f), [0, 0, 0, 1, 1, 1], [true, true]);

        Assert.Equal([(5, 1, 0), (2, 0, 1)], found.Select(suspect => (suspect.Index, suspect.Given, suspect.Suggested)));
        Assert.Equal([0.95, 0.9], found.Select(suspect => Math.Round(suspect.Probability, 6)));
    }

    [Fact]
    public void What_is_not_judged_is_neither_suspected_nor_suggested() =>
        Assert.Empty(ConfidentLearning.Find(Probabilities(0.1f, 0.2f, 0.9f, 0.8f, 0.9f, 0.05f), [0, 0, 0, 1, 1, 1], [true, false]));

    [Fact]
    public void The_rate_is_that_of_the_surest_rows()
    {
        var rate = NoiseRate.Estimate(Sure(1_000), [.. Enumerable.Range(0, 1_000).Select(row => row % 20 == 0 ? 0 : 1)], [true, true])!.Value;

        Assert.Equal(0.05, rate.Value);
        // Wilson's interval of 25 in 500, as statsmodels and R's binom give it.
        Assert.Equal((0.0341, 0.0728), (Math.Round(rate.Low, 4), Math.Round(rate.High, 4)));
    }

    [Fact]
    public void Classes_that_overlap_are_no_mistakes() =>
        Assert.Null(NoiseRate.Estimate(Sure(1_000), [.. Enumerable.Range(0, 1_000).Select(row => row < 250 ? row % 50 == 0 ? 0 : 1 : row % 10 == 0 ? 0 : 1)], [true, true]));

    /// <summary>All say the second class, the later the less surely.</summary>
    static float[][] Sure(int rows) => Probabilities([.. Enumerable.Range(0, rows).Select(row => 1 - 0.4f * row / rows)]);

    static float[][] Probabilities(params float[] second) => [.. second.Select(probability => new[] { 1 - probability, probability })];
}
