using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>
/// Rows that two models predict otherwise: another label or, of a number, one that moved by more than the first model's mean absolute
/// error, which is by how much its users know it to be off.
/// </summary>
static class Flips
{
    public static long Count(Predictions released, Predictions now)
    {
        var limit = released.Task == TaskKind.Regression
            ? released.Scores.Zip(released.Label, (scores, label) => Math.Abs((double)scores[0] - label)).Average()
            : 0;
        return released.Scores.Zip(now.Scores).Count(pair => released.Task == TaskKind.Regression
            ? Math.Abs((double)pair.Second[0] - pair.First[0]) > limit
            : Label(released.Task, pair.First) != Label(released.Task, pair.Second));
    }

    static int Label(TaskKind task, float[] scores) => task == TaskKind.BinaryClassification
        ? scores[0] > 0 ? 1 : 0
        : Array.IndexOf(scores, scores.Max());
}
