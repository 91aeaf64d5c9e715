namespace Kiln.Host.Leaks;

/// <summary>Correlation of ranks; ties share their mean rank (Spearman, 1904).</summary>
static class Spearman
{
    /// <summary>Of values with their own order; NaN where all are alike.</summary>
    public static double Correlate(double[] x, double[] y)
    {
        var (a, b) = (Ranks(x), Ranks(y));
        var (mean, covariance, spreadA, spreadB) = ((x.Length - 1) / 2.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            covariance += (a[i] - mean) * (b[i] - mean);
            spreadA += (a[i] - mean) * (a[i] - mean);
            spreadB += (b[i] - mean) * (b[i] - mean);
        }
        return covariance / Math.Sqrt(spreadA * spreadB);
    }

    static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        double[] sorted = [.. values];
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && sorted[end] == sorted[start]; end++)
            {
            }
            for (var i = start; i < end; i++)
                ranks[order[i]] = (start + end - 1) / 2.0;
        }
        return ranks;
    }
}
