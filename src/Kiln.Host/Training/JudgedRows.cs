using Kiln.Contracts.Models;

namespace Kiln.Host.Training;

/// <summary>Rows that judge by the log-loss of classes, or by the squared error.</summary>
/// <param name="weights">How much each counts.</param>
/// <param name="areLater">Whether they are of a later time than the rows that the booster learns from.</param>
sealed class JudgedRows(float[] labels, float[] weights, TaskKind task, bool areLater = false) : Judges
{
    /// <summary>A probability of 0 would make one row count for all.</summary>
    public const double LeastProbability = 1e-15;

    public override double Weight { get; } = weights.Sum(weight => (double)weight);

    protected override int Count => labels.Length;

    protected override double Loss(int judge, ReadOnlySpan<double> predictions) => weights[judge] * task switch
    {
        TaskKind.BinaryClassification => -Math.Log(Math.Max(labels[judge] > 0 ? predictions[judge] : 1 - predictions[judge], LeastProbability)),
        TaskKind.MulticlassClassification => -Math.Log(Math.Max(predictions[(int)labels[judge] * labels.Length + judge], LeastProbability)),
        _ => (labels[judge] - predictions[judge]) * (labels[judge] - predictions[judge]),
    };

    public override double Slope(ReadOnlySpan<double> predictions) => areLater ? LevelAndSlope.Find(predictions, labels, weights, task).Slope : 1;

    protected override ReadOnlySpan<double> Judged(ReadOnlySpan<double> predictions) =>
        areLater ? LevelAndSlope.Find(predictions, labels, weights, task).Predictions : predictions;

    protected override int FirstRow(int judge) => judge;
}
