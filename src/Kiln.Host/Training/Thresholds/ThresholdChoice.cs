using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Thresholds;

/// <summary>
/// Chooses a model's threshold on training rows, each with the probability that a model of the same pipeline gives it which was fitted without
/// its fold: the model itself knows these rows, and is surer of them than of any others. Held-out rows measure the threshold and have no part in
/// choosing it, or the metrics would be better than the model is.
/// </summary>
static class ThresholdChoice
{
    /// <param name="fit">Fits the model's pipeline on some rows.</param>
    /// <param name="label">What the label's column is named in it.</param>
    public static ChosenThreshold Make(ModelRows rows, ModelShape shape, string label, Func<int[], ITransformer> fit)
    {
        var (probabilities, positive, weights) = (new List<float>(), new List<bool>(), new List<float>());
        foreach (var (learned, judged) in ThresholdRows.Divide(rows, shape))
        {
            probabilities.AddRange(fit(learned).Transform(new ExampleView(rows.Examples, judged, label)).GetColumn<float>("Probability"));
            positive.AddRange(judged.Select(row => rows.Examples.Label[row] > 0));
            weights.AddRange(judged.Select(rows.Examples.WeightOf));
        }
        return Make(shape.ThresholdFor!, [.. probabilities], [.. positive], [.. weights]);
    }

    /// <param name="weights">How much each row counts; null where all count alike.</param>
    public static ChosenThreshold Make(string metric, float[] probabilities, bool[] positive, float[]? weights = null)
    {
        weights ??= [.. Enumerable.Repeat(1f, positive.Length)];
        Func<DecisionCounts, double> measure = metric == nameof(Metric.Accuracy) ? counts => counts.Accuracy : counts => counts.F1Score;
        var value = ThresholdSearch.Find(measure, probabilities, positive, weights);
        return new(value, measure(Count(value)), measure(Count(0.5)), positive.Length, probabilities.Count(probability => IsPositive(probability, value)));

        DecisionCounts Count(double threshold)
        {
            var counts = new DecisionCounts();
            for (var row = 0; row < positive.Length; row++)
                counts = counts.With(positive[row], IsPositive(probabilities[row], threshold), weights[row]);
            return counts;
        }
    }

    static bool IsPositive(float probability, double threshold) => Decision.IsPositive([0, probability], (float)threshold);
}
