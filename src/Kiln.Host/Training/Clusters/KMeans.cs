namespace Kiln.Host.Training.Clusters;

/// <summary>
/// The centres that rows are nearest to in the sum of squares, as far as several beginnings find them. ML.NET's trainer adds up in as many threads as there are, in any
/// order, so that the same rows give other centres on another machine.
/// </summary>
static class KMeans
{
    /// <summary>The best of so many beginnings is kept, as scikit-learn's users ask for.</summary>
    const int Beginnings = 10;

    /// <summary>More rows do not begin better; then all of them go on.</summary>
    const int MostBegun = 20_000;

    /// <param name="points">The training rows, in an order that follows from them alone.</param>
    /// <returns>The centres, that of the largest cluster first; fewer than are asked for where there are not that many different rows.</returns>
    public static Centre[] Fit(ClusterPoints points, int clusters, int seed, int threads)
    {
        var sample = points.Count <= MostBegun ? points : points.Take([.. Enumerable.Range(0, MostBegun).Select(i => (int)((long)i * points.Count / MostBegun))]);
        var best = Begin(sample, clusters, seed, threads);
        // What is rare may be in no sample.
        if (best.Centres.Length < clusters && sample != points)
            best = Begin(sample = points, clusters, seed, threads);
        if (sample != points)
            best = Lloyd.Run(points, best.Centres, threads);
        return [.. best.Centres.Zip(best.Sizes).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First.Coordinates, Comparer<double[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .Select(pair => pair.First)];
    }

    static Lloyd Begin(ClusterPoints points, int clusters, int seed, int threads)
    {
        var random = new Random(seed);
        int[] seeds = [.. Enumerable.Range(0, Beginnings).Select(_ => random.Next())];
        var runs = new Lloyd[Beginnings];
        Parallel.For(0, Beginnings, new() { MaxDegreeOfParallelism = threads }, i => runs[i] = Lloyd.Run(points, Seeding.Draw(points, clusters, new(seeds[i])), threads: 1));
        return runs.MinBy(run => run.Inertia)!;
    }
}
