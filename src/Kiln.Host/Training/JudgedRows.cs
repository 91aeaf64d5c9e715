using Kiln.Contracts.Models;

namespace Kiln.Host.Training;

/// <summary>
/// The labels of rows that judge a booster. The loss is summed up here, row by row: LightGBM adds in the order of its threads, of which there
/// are more or fewer on another machine, and the same data must be the same model there.
/// </summary>
sealed class JudgedRows(float[] labels, TaskKind task)
{
    /// <summary>A probability of 0 would make one row count for all.</summary>
    const double LeastProbability = 1e-15;

    /// <summary>The log-loss of classes, or the squared error, summed over the rows.</summary>
    /// <param name="predictions">See <see cref="Boosters.GrowingBooster.Predict"/>.</param>
    public double Loss(ReadOnlySpan<double> predictions)
    {
        var loss = 0.0;
        for (var row = 0; row < labels.Length; row++)
            loss += Loss(row, predictions);
        return loss;
    }

    /// <summary>Adds the loss of each row to that of its block.</summary>
    /// <param name="blocks">The block of each row.</param>
    public void AddLosses(ReadOnlySpan<double> predictions, int[] blocks, double[] losses)
    {
        for (var row = 0; row < labels.Length; row++)
            losses[blocks[row]] += Loss(row, predictions);
    }

    double Loss(int row, ReadOnlySpan<double> predictions) => task switch
    {
        TaskKind.BinaryClassification => -Math.Log(Math.Max(labels[row] > 0 ? predictions[row] : 1 - predictions[row], LeastProbability)),
        TaskKind.MulticlassClassification => -Math.Log(Math.Max(predictions[(int)labels[row] * labels.Length + row], LeastProbability)),
        _ => (labels[row] - predictions[row]) * (labels[row] - predictions[row]),
    };
}
