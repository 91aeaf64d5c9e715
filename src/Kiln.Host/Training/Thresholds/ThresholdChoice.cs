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
        var (probabilities, positive) = (new List<float>(), new List<bool>());
        foreach (var (learned, judged) in ThresholdRows.Divide(rows, shape))
        {
            probabilities.AddRange(fit(learned).Transform(new ExampleView(rows.Examples, judged, label)).GetColumn<float>("Probability"));
            positive.AddRange(judged.Select(row => rows.Examples.Label[row] > 0));
        }
        return Make(shape.ThresholdFor!, [.. probabilities], [.. positive]);
    }

    public static ChosenThreshold Make(string metric, float[] probabilities, bool[] positive)
    {
        Func<DecisionCounts, double> measure = metric == nameof(Metric.Accuracy) ? counts => counts.Accuracy : counts => counts.F1Score;
        var value = ThresholdSearch.Find(measure, probabilities, positive);
        var counts = Count(probabilities, positive, value);
        return new(value, measure(counts), measure(Count(probabilities, positive, 0.5)), positive.Length, (int)(counts.TruePositives + counts.FalsePositives));
    }

    static DecisionCounts Count(float[] probabilities, bool[] positive, double threshold)
    {
        var predicted = probabilities.Select(probability => Decision.IsPositive([0, probability], (float)threshold)).Zip(positive).ToList();
        return new(
            predicted.Count(row => row.Second), predicted.Count(row => !row.Second),
            predicted.Count(row => row is (true, true)), predicted.Count(row => row is (true, false)));
    }
}
