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
        return released.Task switch
        {
            TaskKind.Regression => released.Scores.Zip(now.Scores).Count(pair => Math.Abs((double)pair.Second[0] - pair.First[0]) > limit),
            // Each by its own threshold: a moved threshold is another prediction of the same probability.
            TaskKind.BinaryClassification => released.Decisions.Zip(now.Decisions).Count(pair => pair.First != pair.Second),
            _ => released.Scores.Zip(now.Scores).Count(pair => Best(pair.First) != Best(pair.Second)),
        };
    }

    static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());
}
