namespace Kiln.Host.Evaluation;

/// <summary>The rows of a cluster.</summary>
/// <param name="cluster">Its place among the scores.</param>
/// <param name="sums">Of its rows the sum of the squared distances from each centre.</param>
sealed class ClusterRows(int cluster, double[] sums)
{
    public int Cluster => cluster;

    public double[] Sums => sums;

    public double Rows { get; set; }

    /// <summary>The sum of the distances from the cluster's own centre.</summary>
    public double Spread { get; set; }
}
