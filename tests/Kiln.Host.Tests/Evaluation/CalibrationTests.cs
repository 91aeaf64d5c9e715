using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Tests.Evaluation;

public class CalibrationTests
{
    [Fact]
    public void The_error_is_the_mean_distance_of_equally_filled_bins()
    {
        // Two bins of 20: 0.2 where 6 of 20 came true, 0.9 where 15 of 20 did; (0.1 + 0.15) / 2.
        var rows = Enumerable.Range(0, 20).Select(i => (0.2f, i < 6)).Concat(Enumerable.Range(0, 20).Select(i => (0.9f, i < 15)));

        Assert.StartsWith("expected calibration error 0.125, and probabilities that are right have up to 0.", Calibration.Describe(Binary(rows)));
    }

    [Fact]
    public void Probabilities_that_are_right_are_told_as_often_as_chance_has_it()
    {
        var told = Enumerable.Range(0, 200).Count(seed => IsTold(Draw(seed, 500, probability => probability)));

        Assert.InRange(told, 2, 20); // 5 % are 10; fewer or more once in some hundred runs
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0.5)]
    public void Scores_that_are_twice_or_half_as_steep_are_told(double steepness)
    {
        var told = Enumerable.Range(0, 50).Count(seed => IsTold(Draw(seed, 1_000, probability => 1 / (1 + Math.Exp(-steepness * Math.Log(probability / (1 - probability)))))));

        Assert.Equal(50, told);
    }

    [Fact]
    public void What_is_wrong_most_is_told()
    {
        var rows = Enumerable.Range(0, 400).Select(i => (i < 200 ? 0.1f : 0.95f, i < 200 ? i % 10 == 0 : i % 2 == 0));

        Assert.EndsWith(" rows: those of 0.95 are too high, 0.95 on average where 0.5 came true", Calibration.Describe(Binary(rows)));
    }

    [Fact]
    public void Of_several_classes_the_predicted_ones_probability_counts()
    {
        float[][] scores = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? new[] { 0.1f, 0.2f, 0.7f } : [0.7f, 0.1f, 0.2f])];
        float[] labels = [.. Enumerable.Range(0, 100).Select(i => i % 10 < 7 ? (i % 2 == 0 ? 2f : 0) : 1)];

        Assert.StartsWith("expected calibration error 0, ", Calibration.Describe(new(TaskKind.MulticlassClassification, labels, scores)));
    }

    [Fact]
    public void Numbers_a_handful_of_rows_and_what_is_no_probability_get_no_answer()
    {
        Assert.Null(Calibration.Describe(new(TaskKind.Regression, new float[100], [.. Enumerable.Repeat(new[] { 1f }, 100)])));
        Assert.Null(Calibration.Describe(Binary(Enumerable.Repeat((0.5f, true), 19))));
        Assert.Null(Calibration.Describe(Binary(Enumerable.Repeat((float.NaN, true), 100))));
        Assert.Null(Calibration.Describe(Binary(Enumerable.Repeat((1.5f, true), 100))));
    }

    static bool IsTold(Predictions predictions) => Calibration.Describe(predictions)!.Contains(" came true", StringComparison.Ordinal);

    static Predictions Draw(int seed, int rows, Func<double, double> say)
    {
        var random = new Random(seed);
        return Binary(Enumerable.Range(0, rows).Select(_ => 0.02 + 0.96 * random.NextDouble()).Select(truth => ((float)say(truth), random.NextDouble() < truth)));
    }

    static Predictions Binary(IEnumerable<(float Probability, bool Outcome)> rows)
    {
        var list = rows.ToList();
        return new(TaskKind.BinaryClassification, [.. list.Select(row => row.Outcome ? 1f : 0)], [.. list.Select(row => new[] { 0, row.Probability })]);
    }
}
