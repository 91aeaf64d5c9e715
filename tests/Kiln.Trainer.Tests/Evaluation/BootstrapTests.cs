using Kiln.Contracts.Models;
using Kiln.TrainerHost.Evaluation;

namespace Kiln.Trainer.Tests.Evaluation;

public class BootstrapTests
{
    [Fact]
    public void The_interval_of_an_accuracy_agrees_with_the_binomial_one()
    {
        // 900 of 1,000 right: the normal approximation gives 0.9 ± 1.96 · √(0.9 · 0.1 / 1000) = 0.9 ± 0.0186.
        var scores = Enumerable.Range(0, 1_000).Select(row => row < 900 ? new[] { 0.9f, 0.1f } : [0.1f, 0.9f]).ToArray();
        var metrics = Bootstrap.Measure(new(TaskKind.MulticlassClassification, new float[1_000], scores));

        var accuracy = metrics.Single(metric => metric.Key == "MicroAccuracy").Value;
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

        Assert.Equal(Bootstrap.Measure(predictions), Bootstrap.Measure(predictions));
    }

    [Fact]
    public void A_metric_that_is_not_defined_is_not_a_number()
    {
        var metrics = Bootstrap.Measure(new(TaskKind.BinaryClassification, [1, 1], [[1, 0.7f], [2, 0.8f]]));

        Assert.True(double.IsNaN(metrics.Single(metric => metric.Key == "AreaUnderRocCurve").Value.Value));
        Assert.Equal(1, metrics.Single(metric => metric.Key == "Accuracy").Value.Value);
    }
}
