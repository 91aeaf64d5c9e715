using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Tests.Evaluation;

public class HeldOutMetricsTests
{
    [Fact]
    public void The_interval_of_an_accuracy_agrees_with_the_binomial_one()
    {
        // 900 of 1,000 right: the normal approximation gives 0.9 ± 1.96 · √(0.9 · 0.1 / 1000) = 0.9 ± 0.0186.
        var scores = Enumerable.Range(0, 1_000).Select(row => row < 900 ? new[] { 0.9f, 0.1f } : [0.1f, 0.9f]).ToArray();
        var metrics = HeldOutMetrics.Measure(new(TaskKind.MulticlassClassification, new float[1_000], scores), new([0]));

        var accuracy = metrics.Single(metric => metric.Metric == "MicroAccuracy").Value;
        Assert.Equal(0.9, accuracy.Value);
        Assert.Equal(0.8814, accuracy.Low, 0.004);
        Assert.Equal(0.9186, accuracy.High, 0.004);
    }

    [Fact]
    public void The_same_predictions_have_the_same_interval()
    {
        var random = new Random(3);
        var predictions = new Predictions(TaskKind.Regression,
            [.. Enumerable.Range(0, 100).Select(_ => random.NextSingle())], [.. Enumerable.Range(0, 100).Select(_ => new[] { random.NextSingle() })]);

        Assert.Equal(HeldOutMetrics.Measure(predictions, new([0, 1])), HeldOutMetrics.Measure(predictions, new([0, 1])));
    }

    [Fact]
    public void A_metric_that_is_not_defined_is_not_a_number()
    {
        var metrics = HeldOutMetrics.Measure(new(TaskKind.BinaryClassification, [1, 1], [[1, 0.7f], [2, 0.8f]]), new([0, 0, 1]));

        Assert.Equal(
            new("AreaUnderRocCurve", new(double.NaN, double.NaN, double.NaN), double.NaN, "they hold only one class"),
            metrics.Single(metric => metric.Metric == "AreaUnderRocCurve"));
        Assert.Equal(
            new("Accuracy", new(1, double.NaN, double.NaN), 0, "they have only 2 rows, and an interval needs 10"),
            metrics.Single(metric => metric.Metric == "Accuracy"));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Below_ten_rows_of_the_rarer_class_there_is_no_interval(int positives, bool has)
    {
        var predictions = new Predictions(TaskKind.BinaryClassification, [.. Enumerable.Range(0, 200).Select(row => row < positives ? 1f : 0)],
            [.. Enumerable.Range(0, 200).Select(row => new[] { (row * 37 % 200) - 150f, 0.3f })]);

        var metrics = HeldOutMetrics.Measure(predictions, new(predictions.Label)).ToDictionary(metric => metric.Metric);

        Assert.Equal(has, metrics["AreaUnderRocCurve"].Value.HasInterval);
        Assert.Equal(has, metrics["PositiveRecall"].Value.HasInterval);
        Assert.True(metrics["Accuracy"].Value.HasInterval);
        Assert.Equal(has ? null : "they have only 9 rows of the positive class, and an interval needs 10", metrics["F1Score"].Missing);
    }

    [Theory]
    [InlineData(TaskKind.BinaryClassification)]
    [InlineData(TaskKind.MulticlassClassification)]
    [InlineData(TaskKind.Regression)]
    public void An_answer_that_is_no_number_leaves_nothing_to_measure(TaskKind task)
    {
        float[][] scores = [.. Enumerable.Range(0, 40).Select(row => row == 7 ? new[] { float.NaN, float.NaN } : [0.4f, 0.6f])];

        var metrics = HeldOutMetrics.Measure(new(task, [.. Enumerable.Range(0, 40).Select(row => row % 2f)], scores), new([0, 1]));

        Assert.All(metrics, metric => Assert.Equal("they have 1 row for which the model gives no finite number", metric.Missing));
        Assert.All(metrics, metric => Assert.False(metric.Value.IsDefined));
    }

    [Fact]
    public void Nothing_that_is_measured_is_infinite()
    {
        var metrics = HeldOutMetrics.Measure(new(TaskKind.Regression, new float[40], [.. Enumerable.Repeat(new[] { float.MaxValue }, 40)]), new([1, 2]));

        Assert.All(metrics, metric => Assert.False(double.IsInfinity(metric.Value.Value) || double.IsInfinity(metric.NoSkill)));
    }
}
