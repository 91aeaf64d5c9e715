namespace Kiln.Host.Training.Clusters;

/// <summary>
/// Centres to begin with: rows that are far from each other by chance (Arthur, Vassilvitskii, k-means++, SODA 2007), each the best of a few that are drawn, as in
/// their experiments and in scikit-learn.
/// </summary>
static class Seeding
{
    /// <returns>As many as are asked for; fewer where there are no more different rows.</returns>
    public static Centre[] Draw(ClusterPoints points, int clusters, Random random)
    {
        var candidates = 2 + (int)Math.Log(clusters);
        var centres = new List<Centre> { points.At(random.Next(points.Count)) };
        var nearest = Distances(points, centres[0]);
        var running = new double[points.Count];
        while (centres.Count < clusters)
        {
            var all = 0.0;
            for (var row = 0; row < running.Length; row++)
                running[row] = all += nearest[row];
            if (all == 0)
                break;
            (double Sum, Centre Centre, double[] Nearest)? best = null;
            for (var i = 0; i < candidates; i++)
            {
                var centre = points.At(Find(running, random.NextDouble() * all));
                var distances = Distances(points, centre);
                var sum = 0.0;
                for (var row = 0; row < distances.Length; row++)
                    sum += distances[row] = Math.Min(distances[row], nearest[row]);
                if (best is null || sum < best.Value.Sum)
                    best = (sum, centre, distances);
            }
            centres.Add(best!.Value.Centre);
            nearest = best.Value.Nearest;
        }
        return [.. centres];
    }

    static double[] Distances(ClusterPoints points, Centre centre)
    {
        var distances = new double[points.Count];
        for (var row = 0; row < distances.Length; row++)
            distances[row] = points.Distance(row, centre);
        return distances;
    }

    /// <summary>The first row up to which more than that is added up.</summary>
    static int Find(double[] running, double value)
    {
        var (from, to) = (0, running.Length - 1);
        while (from < to)
            if ((from + to) / 2 is var middle && running[middle] > value)
                to = middle;
            else
                from = middle + 1;
        return from;
    }
}
