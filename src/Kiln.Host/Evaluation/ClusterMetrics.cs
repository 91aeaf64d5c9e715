namespace Kiln.Host.Evaluation;

/// <summary>
/// The metrics of clusters, by the squared distances of rows from the centres and, where a label is known, by its classes. How far two centres are apart follows from
/// how much farther the rows of each are from the other: on average by the square of it.
/// </summary>
sealed class ClusterMetrics : Metrics
{
    readonly int[] _cluster;
    readonly float[][] _distances;
    readonly float[] _label;
    readonly int _clusters;
    readonly int _classes;

    public ClusterMetrics(Predictions predictions)
    {
        (_cluster, _distances, _label) = (predictions.Clusters, predictions.Scores, predictions.Label);
        _clusters = _distances.Length > 0 ? _distances[0].Length : 0;
        _classes = predictions.IsExtended ? 1 + (int)_label.Where(label => !float.IsNaN(label)).Max() : 0;
    }

    public override int Draws => _cluster.Length;

    public override Support[] Supports
    {
        get
        {
            var all = new Support(_cluster.Length);
            return _classes == 0 ? [all, all] : [all, all, new(_label.Count(label => !float.IsNaN(label)), "with a label")];
        }
    }

    public override string WhyUndefined(int metric) => metric == 1 ? "they are all of one cluster" : "they are of one class and of one cluster";

    /// <summary>The mean squared distance from the centre of all rows: within clusters, and between them.</summary>
    public static double OneCluster(Predictions predictions)
    {
        var metrics = new ClusterMetrics(predictions);
        var groups = metrics.ByCluster([.. Enumerable.Repeat(1, metrics.Draws)]);
        var between = 0.0;
        for (var a = 0; a < groups.Count; a++)
            for (var b = 0; b < a; b++)
                between += groups[a].Rows * groups[b].Rows * Apart(groups[a], groups[b]);
        return groups.Sum(group => group.Sums[group.Cluster]) / metrics.Draws + between / ((double)metrics.Draws * metrics.Draws);
    }

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        var groups = ByCluster(counts);
        var average = groups.Sum(group => group.Sums[group.Cluster]) / groups.Sum(group => group.Rows);
        return _classes == 0 ? [average, DaviesBouldin(groups)] : [average, DaviesBouldin(groups), MutualInformation(counts)];
    }

    /// <summary>The clusters that rows are in.</summary>
    List<ClusterRows> ByCluster(ReadOnlySpan<int> counts)
    {
        var groups = new ClusterRows?[_clusters];
        for (var row = 0; row < counts.Length; row++)
        {
            if (counts[row] == 0)
                continue;
            var group = groups[_cluster[row]] ??= new(_cluster[row], new double[_clusters]);
            group.Rows += counts[row];
            group.Spread += counts[row] * Math.Sqrt(Math.Max(0, _distances[row][_cluster[row]])); // ML.NET's KMeans rounds some below 0.
            for (var other = 0; other < _clusters; other++)
                group.Sums[other] += (double)counts[row] * _distances[row][other];
        }
        return [.. groups.OfType<ClusterRows>()];
    }

    /// <summary>The square of how far two centres are apart.</summary>
    static double Apart(ClusterRows a, ClusterRows b) => ((a.Sums[b.Cluster] - a.Sums[a.Cluster]) / a.Rows + (b.Sums[a.Cluster] - b.Sums[b.Cluster]) / b.Rows) / 2;

    static double DaviesBouldin(List<ClusterRows> groups)
    {
        if (groups.Count < 2)
            return double.NaN;
        var worst = new double[groups.Count];
        for (var a = 0; a < worst.Length; a++)
            for (var b = 0; b < a; b++)
                if (Apart(groups[a], groups[b]) is > 0 and var apart)
                {
                    var ratio = (groups[a].Spread / groups[a].Rows + groups[b].Spread / groups[b].Rows) / Math.Sqrt(apart);
                    (worst[a], worst[b]) = (Math.Max(worst[a], ratio), Math.Max(worst[b], ratio));
                }
        return worst.Average();
    }

    /// <summary>Of the rows whose class is known.</summary>
    double MutualInformation(ReadOnlySpan<int> counts)
    {
        var (both, clusters, classes, rows) = (new double[_clusters * _classes], new double[_clusters], new double[_classes], 0.0);
        for (var row = 0; row < counts.Length; row++)
        {
            if (float.IsNaN(_label[row]))
                continue;
            both[_cluster[row] * _classes + (int)_label[row]] += counts[row];
            clusters[_cluster[row]] += counts[row];
            classes[(int)_label[row]] += counts[row];
            rows += counts[row];
        }
        var (ofClusters, ofClasses) = (Entropy(clusters, rows), Entropy(classes, rows));
        return ofClusters + ofClasses == 0 ? double.NaN : Math.Max(0, 2 * (ofClusters + ofClasses - Entropy(both, rows)) / (ofClusters + ofClasses));
    }

    static double Entropy(double[] counts, double rows)
    {
        var sum = 0.0;
        foreach (var count in counts)
            if (count > 0)
                sum -= count / rows * Math.Log(count / rows);
        return sum;
    }
}
