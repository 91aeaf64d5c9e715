using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>How many held-out rows are in each cluster, and how far they are from its centre.</summary>
static class ClusterFigures
{
    const int Most = 50;

    public static IEnumerable<Figure> Measure(Predictions predictions)
    {
        var clusters = predictions.Clusters.Index().ToLookup(row => row.Item, row => Math.Sqrt(Math.Max(predictions.Scores[row.Index][row.Item], 0)));
        yield return new(FigureKind.ClusterSizes, "", ["rows", "mean distance"],
            [.. clusters.OrderBy(cluster => cluster.Key).Take(Most).Select(cluster => FigureRow.Of($"cluster {cluster.Key + 1}", cluster.Count(), cluster.Average()))]);
    }
}
