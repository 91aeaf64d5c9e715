namespace Kiln.Host.Training.Clusters;

/// <summary>Moves centres into the middle of the rows that are nearest to them, until that changes nothing more (Lloyd, 1957).</summary>
sealed class Lloyd
{
    const int MostRounds = 300;

    /// <summary>And as many as take minutes, where rows and clusters are many; but some.</summary>
    const long MostDistances = 20_000_000_000;
    const int FewestRounds = 10;

    /// <summary>Rounds that gain a smaller share of the inertia are the last: of many rows some move for ever.</summary>
    const double LeastGain = 1e-6;

    /// <summary>Rows that one thread takes at a time.</summary>
    const int Block = 4_096;

    readonly ClusterPoints _points;
    readonly int _threads;
    readonly int[] _clusters;
    readonly double[] _distances;

    Lloyd(ClusterPoints points, int threads) => (_points, _threads, _clusters, _distances) = (points, threads, new int[points.Count], new double[points.Count]);

    /// <summary>What is left: the sum of the squared distances from the nearest centres.</summary>
    public double Inertia { get; private set; }

    public Centre[] Centres { get; private set; } = [];

    /// <summary>How many rows are nearest to each centre.</summary>
    public int[] Sizes { get; private set; } = [];

    /// <param name="centres">To begin with.</param>
    public static Lloyd Run(ClusterPoints points, Centre[] centres, int threads)
    {
        var run = new Lloyd(points, threads) { Centres = centres, Inertia = double.PositiveInfinity };
        Array.Fill(run._clusters, -1);
        var rounds = Math.Clamp(MostDistances / ((long)points.Count * centres.Length), FewestRounds, MostRounds);
        for (var round = 0; round < rounds && run.Step(); round++)
            run.Centres = run.Means();
        return run;
    }

    /// <summary>Finds the nearest centre of each row.</summary>
    /// <returns>Whether centres are to be moved for it.</returns>
    bool Step()
    {
        var moved = 0;
        Parallel.For(0, (_points.Count + Block - 1) / Block, new() { MaxDegreeOfParallelism = _threads }, block =>
        {
            var changed = 0;
            for (var row = block * Block; row < Math.Min(_points.Count, (block + 1) * Block); row++)
                changed += Assign(row) ? 1 : 0;
            Interlocked.Add(ref moved, changed);
        });
        Sizes = new int[Centres.Length];
        var (before, sum) = (Inertia, 0.0);
        for (var row = 0; row < _clusters.Length; row++)
            (Sizes[_clusters[row]], sum) = (Sizes[_clusters[row]] + 1, sum + _distances[row]);
        Inertia = sum;
        return Refill() || moved > 0 && before - sum > LeastGain * sum;
    }

    bool Assign(int row)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var cluster = 0; cluster < Centres.Length; cluster++)
            if (_points.Distance(row, Centres[cluster]) is var distance && distance < least)
                (nearest, least) = (cluster, distance);
        var changed = _clusters[row] != nearest;
        (_clusters[row], _distances[row]) = (nearest, least);
        return changed;
    }

    /// <summary>A centre that no row is nearest to goes to the row that is farthest from its own.</summary>
    bool Refill()
    {
        var refilled = false;
        for (var empty = 0; empty < Sizes.Length; empty++)
        {
            if (Sizes[empty] > 0)
                continue;
            var farthest = Array.IndexOf(_distances, _distances.Max());
            if (_distances[farthest] == 0)
                break;
            Sizes[_clusters[farthest]]--;
            (_clusters[farthest], _distances[farthest], Sizes[empty], refilled) = (empty, 0, 1, true);
        }
        return refilled;
    }

    Centre[] Means()
    {
        double[][] sums = [.. Centres.Select(_ => new double[_points.Coordinates])];
        for (var row = 0; row < _clusters.Length; row++)
            _points.AddTo(sums[_clusters[row]], row);
        return [.. sums.Select((sum, cluster) => Sizes[cluster] == 0 ? Centres[cluster] : _points.Centre(Array.ConvertAll(sum, value => value / Sizes[cluster])))];
    }
}
