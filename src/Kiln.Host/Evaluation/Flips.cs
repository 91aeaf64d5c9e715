using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>
/// Rows that two models predict otherwise: another label, an anomaly or none, a cluster of another number, or, of a number, one that moved by more than the first model's mean absolute
/// error, which is by how much its users know it to be off; of a ranking a row that one model puts first in its query and the other does not.
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
            TaskKind.Ranking => First(released).Zip(First(now)).Count(pair => pair.First != pair.Second),
            // Each by its own threshold: a moved threshold is another prediction of the same probability.
            TaskKind.BinaryClassification or TaskKind.AnomalyDetection => released.Decisions.Zip(now.Decisions).Count(pair => pair.First != pair.Second),
            TaskKind.Clustering => released.Clusters.Zip(now.Clusters).Count(pair => pair.First != pair.Second),
            _ => released.Scores.Zip(now.Scores).Count(pair => Best(pair.First) != Best(pair.Second)),
        };
    }

    static bool[] First(Predictions predictions)
    {
        var highest = Enumerable.Range(0, predictions.Scores.Length).GroupBy(row => predictions.Queries![row], row => predictions.Scores[row][0])
            .ToDictionary(query => query.Key, query => query.Max());
        return [.. predictions.Scores.Select((scores, row) => scores[0] == highest[predictions.Queries![row]])];
    }

    static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());
}
