using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Training.Linear;

/// <summary>
/// Trains a linear model to the one optimum of its <see cref="Objective"/>. ML.NET's own linear trainers take sums in the width of the
/// processor's vectors and exponentials from the C library: the same data gave another model on another machine.
/// </summary>
static class LinearTraining
{
    /// <param name="ml">The context of the training.</param>
    /// <param name="data">Rows with features, a label and perhaps a weight, none of them missing.</param>
    /// <param name="classes">How many classes the label has, where it has more than two.</param>
    /// <param name="sparse">How many of the last features are of words.</param>
    /// <param name="roughly">To fewer digits, in less time.</param>
    public static ITransformer Fit(MLContext ml, IDataView data, TaskKind task, int classes, int sparse, bool roughly) => LinearModels.Create(
        ml, data.Schema, task, Fit(Rows.Read(data, ExampleView.Features, ExampleView.Label, sparse, ExampleView.Weight), task, classes, roughly), ExampleView.Features);

    /// <summary>A model of the scores alone.</summary>
    /// <param name="share">What of its scores counts.</param>
    /// <param name="added">What is added to each; nothing where it is empty.</param>
    public static ITransformer FitScores(MLContext ml, IDataView data, string features, TaskKind task, int classes, double share, double[] added)
    {
        var weights = Fit(Rows.Read(data, features, ExampleView.Label, sparse: 0, ExampleView.Weight), task, classes, roughly: true);
        return new LinearScoresStep(ml, data, features, [.. weights.Select((output, score) => output.Scaled(share, added.Length > 0 ? added[score] : 0))]);
    }

    /// <returns>Of two classes the weights of the score, of several those of each, else those of the number.</returns>
    public static Weights[] Fit(Rows rows, TaskKind task, int classes, bool roughly = false)
    {
        switch (task)
        {
            case TaskKind.BinaryClassification:
                return Weights.Fit(rows, new LogisticLoss(), roughly);
            case TaskKind.MulticlassClassification:
                return Weights.Fit(rows, new SoftmaxLoss(classes), roughly);
            default:
                // In units of its own spread, so that what is flat does not depend on the label's unit; ridge regression does not either.
                var (mean, deviation) = Standardize(rows.Labels, rows.Weights);
                return [Weights.Fit(rows, new SquaredLoss(), roughly)[0].Scaled(deviation, mean)];
        }
    }

    static (double Mean, double Deviation) Standardize(List<double> labels, List<double> weights)
    {
        var (sum, squares, all) = (0.0, 0.0, 0.0);
        for (var row = 0; row < labels.Count; row++)
            (sum, all) = (sum + weights[row] * labels[row], all + weights[row]);
        var mean = sum / all;
        for (var row = 0; row < labels.Count; row++)
            squares += weights[row] * ((labels[row] - mean) * (labels[row] - mean));
        var deviation = Math.Sqrt(squares / all);
        for (var row = 0; row < labels.Count; row++)
            labels[row] = (labels[row] - mean) / deviation;
        return (mean, deviation);
    }
}
