using Kiln.Host.Training.Thresholds;

namespace Kiln.Host.Tests.Training.Thresholds;

/// <summary>The threshold is the best there is, and a number that people can read.</summary>
public class ThresholdSearchTests
{
    /// <summary>Few different probabilities, so that many tie; 0 and 1 among them.</summary>
    public static TheoryData<int, int, int> Draws => [.. from seed in Enumerable.Range(1, 40) from rows in new[] { 1, 2, 7, 60, 500 } select (seed, rows, seed % 2 == 0 ? 12 : 1_000_000)];

    [Theory]
    [MemberData(nameof(Draws))]
    public void No_other_threshold_is_better(int seed, int rows, int steps)
    {
        var random = new Random(seed);
        var probabilities = Enumerable.Range(0, rows).Select(_ => random.Next(steps + 1) / (float)steps).ToArray();
        var positive = probabilities.Select(probability => random.NextDouble() < 0.1 + 0.5 * probability).ToArray();
        positive[0] = true;

        foreach (var metric in new[] { "F1Score", "Accuracy" })
        {
            var chosen = ThresholdChoice.Make(metric, probabilities, positive);

            Assert.InRange((float)chosen.Value, float.Epsilon, MathF.BitDecrement(1));
            Assert.Equal(Measure(metric, probabilities, positive, chosen.Value), chosen.Reached, 1e-12);
            Assert.Equal(Measure(metric, probabilities, positive, 0.5), chosen.AtHalf, 1e-12);
            var every = probabilities.Append(MathF.BitDecrement(1)).Where(probability => probability is > 0 and < 1).Concat(probabilities.Select(MathF.BitIncrement).Where(above => above < 1));
            Assert.All(every, threshold => Assert.True(Measure(metric, probabilities, positive, threshold) <= chosen.Reached + 1e-12));
        }
    }

    [Theory]
    [InlineData(new[] { 0.1f, 0.2987f, 0.3021f, 0.9f }, 0.3)]
    [InlineData(new[] { 0.1f, 0.20001f, 0.20002f, 0.9f }, 0.20002)]
    [InlineData(new[] { 0.001f, 0.002f, 0.004f, 0.005f }, 0.003)]
    [InlineData(new[] { 0, 0, 1f, 1f }, 0.5)]
    [InlineData(new[] { 1e-30f, 1e-30f, 1f, 1f }, 0.5)]
    public void Between_the_classes_it_is_the_number_with_the_fewest_digits(float[] probabilities, double threshold) =>
        Assert.Equal(threshold, ThresholdChoice.Make("F1Score", probabilities, [false, false, true, true]).Value);

    /// <summary>As 32-bit numbers these are next to each other: the upper one is the border, and belongs to the positive class.</summary>
    [Fact]
    public void Between_neighbours_it_is_the_upper_one()
    {
        var low = 0.123456789f;
        var high = MathF.BitIncrement(low);

        var threshold = ThresholdChoice.Make("F1Score", [low, high], [false, true]).Value;

        Assert.Equal(high, (float)threshold);
    }

    [Fact]
    public void Where_nothing_is_gained_it_stays_at_a_half()
    {
        Assert.Equal(0.5, ThresholdChoice.Make("Accuracy", [0.2f, 0.3f, 0.7f, 0.8f], [false, false, true, true]).Value);
        // No probability can be told apart: all positive is the best F1, none is the best accuracy.
        Assert.InRange(ThresholdChoice.Make("F1Score", [0.2f, 0.2f, 0.2f], [false, false, true]).Value, 0.05, 0.2);
        Assert.InRange(ThresholdChoice.Make("Accuracy", [0.2f, 0.2f, 0.2f], [false, false, true]).Value, 0.3, 0.9);
    }

    /// <summary>Counted row by row, as scikit-learn defines them.</summary>
    static double Measure(string metric, float[] probabilities, bool[] positive, double threshold)
    {
        double right = 0, found = 0, said = 0, there = 0;
        for (var row = 0; row < positive.Length; row++)
        {
            var predicted = probabilities[row] >= (float)threshold;
            right += predicted == positive[row] ? 1 : 0;
            found += predicted && positive[row] ? 1 : 0;
            said += predicted ? 1 : 0;
            there += positive[row] ? 1 : 0;
        }
        return metric == "Accuracy" ? right / positive.Length : found == 0 ? 0 : 2 * (found / said) * (found / there) / (found / said + found / there);
    }

    [Fact]
    public void Rows_count_as_much_as_they_weigh()
    {
        float[] probabilities = [0.1f, 0.4f, 0.6f, 0.9f];

        // Alike, the third is one mistake and the second another; with the second row's weight, that of missing it decides.
        Assert.InRange(ThresholdChoice.Make("Accuracy", probabilities, [false, true, false, true], [1, 1, 3, 1]).Value, 0.6, 0.9);
        Assert.InRange(ThresholdChoice.Make("Accuracy", probabilities, [false, true, false, true], [1, 3, 1, 1]).Value, 0.1, 0.4);
    }
}
