using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Tests.Evaluation;

public class PairedBootstrapTests
{
    [Theory]
    [InlineData(TaskKind.BinaryClassification)]
    [InlineData(TaskKind.MulticlassClassification)]
    [InlineData(TaskKind.Regression)]
    public void Of_equal_predictions_every_difference_is_0(TaskKind task)
    {
        var random = new Random(5);
        var predictions = new Predictions(task, [.. Enumerable.Range(0, 80).Select(row => row % 2f)],
            [.. Enumerable.Range(0, 80).Select(_ => random.NextSingle()).Select(p => task == TaskKind.Regression ? new[] { p } : [p, 1 - p])]);

        var metrics = PairedBootstrap.Compare(predictions, predictions with { Scores = [.. predictions.Scores.Select(scores => (float[])[.. scores])] });

        Assert.Equal(MetricFacts.List(task), metrics.Select(metric => metric.Key));
        Assert.All(metrics, metric =>
        {
            Assert.Equal(new MetricValue(0, 0, 0), metric.Value.Difference);
            Assert.Equal(metric.Value.Released, metric.Value.Now);
        });
        Assert.Equal(0, Flips.Count(predictions, predictions));
    }

    [Fact]
    public void A_clearly_worse_model_has_its_whole_interval_below_0()
    {
        var (good, bad) = Accuracies(new Random(1), 500, 0.95, 0.7);

        var accuracy = Accuracy(good, bad).Difference;

        Assert.InRange(accuracy.Value, -0.31, -0.19);
        Assert.True(accuracy.High < -0.15, $"{accuracy}");
    }

    [Fact]
    public void The_difference_has_no_more_decimals_than_the_metrics()
    {
        var (one, other) = Accuracies(new Random(2), 300, 0.9, 0.8);

        var metric = Accuracy(one, other);

        Assert.Equal(Math.Round(metric.Now.Value - metric.Released.Value, 6), metric.Difference.Value);
        Assert.Equal(Math.Round(metric.Difference.Low, 6), metric.Difference.Low);
    }

    /// <summary>With 200 simulations the share of a true 95 % interval lies between 0.9 and 0.99 in all but one case of a thousand.</summary>
    [Fact]
    public void The_interval_of_an_accuracys_difference_holds_the_true_one_19_times_in_20()
    {
        var random = new Random(20170);
        var held = Enumerable.Range(0, 200).Count(_ =>
        {
            var (one, other) = Accuracies(random, 300, 0.85, 0.82);
            var difference = Accuracy(one, other).Difference;
            return difference.Low <= -0.03 && -0.03 <= difference.High;
        });

        Assert.InRange(held, 180, 198);
    }

    /// <summary>The mean absolute error of normal errors is their deviation times √(2/π).</summary>
    [Fact]
    public void The_interval_of_an_errors_difference_holds_the_true_one_19_times_in_20()
    {
        var random = new Random(20171);
        var truth = 0.1 * Math.Sqrt(2 / Math.PI);
        var held = Enumerable.Range(0, 200).Count(_ =>
        {
            var errors = Enumerable.Range(0, 300).Select(_ => (One: Normal(random), Other: Normal(random))).ToArray();
            var one = new Predictions(TaskKind.Regression, new float[300], [.. errors.Select(e => new[] { (float)e.One })]);
            var other = new Predictions(TaskKind.Regression, new float[300], [.. errors.Select(e => new[] { (float)(1.1 * (0.9 * e.One + Math.Sqrt(0.19) * e.Other)) })]);
            var difference = PairedBootstrap.Compare(one, other).Single(metric => metric.Key == "MeanAbsoluteError").Value.Difference;
            return difference.Low <= truth && truth <= difference.High;
        });

        Assert.InRange(held, 180, 198);
    }

    [Fact]
    public void A_number_flips_when_it_moves_by_more_than_the_first_model_is_off()
    {
        var released = new Predictions(TaskKind.Regression, [0, 0], [[1], [-1]]);

        Assert.Equal(1, Flips.Count(released, released with { Scores = [[2], [-2.01f]] }));
    }

    [Fact]
    public void A_label_flips_when_another_is_predicted()
    {
        var binary = new Predictions(TaskKind.BinaryClassification, [0, 1, 1], [[0.1f, 0.52f], [-0.1f, 0.48f], [2, 0.9f]]);
        var multiclass = new Predictions(TaskKind.MulticlassClassification, [0, 1], [[0.5f, 0.3f, 0.2f], [0.2f, 0.5f, 0.3f]]);

        Assert.Equal(2, Flips.Count(binary, binary with { Scores = [[-0.1f, 0.48f], [0.1f, 0.52f], [0.2f, 0.55f]] }));
        Assert.Equal(1, Flips.Count(multiclass, multiclass with { Scores = [[0.4f, 0.3f, 0.3f], [0.2f, 0.3f, 0.5f]] }));
    }

    [Fact]
    public void The_same_probabilities_are_other_labels_with_another_threshold()
    {
        var released = new Predictions(TaskKind.BinaryClassification, [0, 1, 1, 0], [[-1, 0.3f], [-1, 0.3f], [1, 0.6f], [1, 0.6f]]) { Threshold = 0.5 };
        var now = released with { Threshold = 0.3 };

        Assert.Equal(0, Flips.Count(released, released));
        Assert.Equal(0, Flips.Count(released, released with { Threshold = null }));
        Assert.Equal(2, Flips.Count(released, now));
        var recall = PairedBootstrap.Compare(released, now).Single(metric => metric.Key == "PositiveRecall").Value;
        Assert.Equal((0.5, 1, 0.5), (recall.Released.Value, recall.Now.Value, recall.Difference.Value));
    }

    /// <summary>Two models that find the same rows hard: right on a row that is easy enough, in one row of ten by chance instead.</summary>
    static (Predictions One, Predictions Other) Accuracies(Random random, int rows, double one, double other)
    {
        var draws = Enumerable.Range(0, rows).Select(_ => (Ease: random.NextDouble(), Own: random.NextDouble(), Chance: random.NextDouble() < 0.1)).ToArray();
        return (Right(draws.Select(draw => draw.Ease < one)), Right(draws.Select(draw => (draw.Chance ? draw.Own : draw.Ease) < other)));
    }

    static Predictions Right(IEnumerable<bool> right)
    {
        float[][] scores = [.. right.Select(yes => yes ? new[] { 0.9f, 0.1f } : [0.1f, 0.9f])];
        return new(TaskKind.MulticlassClassification, new float[scores.Length], scores);
    }

    static MetricComparison Accuracy(Predictions one, Predictions other) =>
        PairedBootstrap.Compare(one, other).Single(metric => metric.Key == "MicroAccuracy").Value;

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
