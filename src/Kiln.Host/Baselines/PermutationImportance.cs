using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Baselines;

/// <summary>
/// How much a model relies on each feature: what its metric loses when the feature's values are shuffled among the rows
/// (Breiman, Random Forests, 2001; Fisher, Rudin, Dominici, 2019). Measured through the shipped predictor.
/// </summary>
sealed class PermutationImportance
{
    const int Repeats = 5;

    /// <summary>Fixed, and the rows come in the order of their hashes: the same rows are always shuffled alike.</summary>
    const int Seed = 20170;

    readonly ModelPlan _plan;
    readonly ShippedPredictor _predictor;
    readonly ExampleSet _examples;
    readonly int[] _rows;
    readonly int[] _shuffled;

    /// <param name="plan">The model.</param>
    /// <param name="onnx">What was trained.</param>
    /// <param name="examples">All rows.</param>
    /// <param name="rows">The rows to measure on, by ascending hash.</param>
    public PermutationImportance(ModelPlan plan, byte[] onnx, ExampleSet examples, int[] rows)
    {
        (_plan, _predictor, _examples) = (plan, new(plan, onnx), examples);
        var random = new Random(Seed);
        _rows = [.. Enumerable.Repeat(rows, Repeats).SelectMany(all => all)];
        _shuffled = [.. _rows];
        for (var repeat = 0; repeat < Repeats; repeat++)
            random.Shuffle(_shuffled.AsSpan(repeat * rows.Length, rows.Length));
    }

    /// <summary>For each feature the mean loss of the task's first metric; 0 where it cannot be told from none.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Measure(Predictions plain)
    {
        var metric = First(plain);
        return [.. _plan.Shape.Features.Select(feature => KeyValuePair.Create(feature.Name, MeanLoss(metric, feature.Name)))];
    }

    double MeanLoss(double plain, string feature)
    {
        var said = _predictor.Predict(_examples.Exchange(feature, _rows, place => _shuffled[place]), [.. Enumerable.Range(0, _rows.Length)]);
        var rows = _rows.Length / Repeats;
        double[] losses = [.. Enumerable.Range(0, Repeats).Select(repeat => plain - First(said.Take((repeat * rows)..((repeat + 1) * rows))))];
        var mean = losses.Average();
        var deviation = Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean)));
        // Two deviations, as scikit-learn's guide has it: the ranks of features that do nothing would change with every training.
        return double.IsNaN(mean) ? mean : mean > 2 * deviation ? Rounding.Significant(mean) : 0;
    }

    /// <summary>In all tasks it is one of which higher is better, but where anomalies are not known, and nothing can be lost.</summary>
    static double First(Predictions predictions) =>
        MetricFacts.HigherIsBetter(MetricFacts.List(predictions.Task, predictions.IsExtended)[0]) ? Metrics.Create(predictions).Measure()[0] : double.NaN;
}
