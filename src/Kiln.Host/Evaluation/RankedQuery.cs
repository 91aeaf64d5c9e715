namespace Kiln.Host.Evaluation;

/// <summary>The rows of one query, and how good an order of them is: (normalized) discounted cumulative gain (Järvelin and Kekäläinen, 2002).</summary>
sealed class RankedQuery
{
    readonly int[] _rows;
    readonly double[] _gains;
    readonly double[] _best;

    /// <param name="rows">Their places among all rows.</param>
    /// <param name="labels">The relevance of all rows.</param>
    /// <param name="weights">How much all rows count; null where all count alike.</param>
    RankedQuery(int[] rows, float[] labels, float[]? weights)
    {
        _rows = rows;
        _gains = [.. rows.Select(row => (double)RelevanceGain.Levels[(int)labels[row]])];
        _best = [.. _gains.OrderDescending()];
        // As in LightGBM.
        Weight = weights is null ? 1 : rows.Average(row => (double)weights[row]);
    }

    /// <summary>How much the query counts: as one of its rows does on average.</summary>
    public double Weight { get; }

    public int FirstRow => _rows[0];

    /// <summary>Those whose rows differ in their relevance, in the order of their first rows: of the others every order is as good.</summary>
    public static IReadOnlyList<RankedQuery> List(ulong[] queries, float[] labels, float[]? weights) =>
    [
        .. Enumerable.Range(0, queries.Length).GroupBy(row => queries[row])
            .Select(rows => rows.ToArray())
            .Where(rows => Array.Exists(rows, row => labels[row] != labels[rows[0]]))
            .Select(rows => new RankedQuery(rows, labels, weights))
            .Where(query => query.Weight > 0),
    ];

    /// <summary>Next to that of the best order.</summary>
    /// <param name="scores">Of each row among all.</param>
    /// <param name="places">How many of the first places count.</param>
    public double NormalizedGain(ReadOnlySpan<double> scores, int places) => Gain(scores, places) / Sum(_best, 0, Math.Min(places, _best.Length));

    /// <summary>Rows of equal score are worth what they are in the mean of all their orders (McSherry and Najork, 2008): no order of the file decides.</summary>
    public double Gain(ReadOnlySpan<double> scores, int places)
    {
        var ordered = new double[_rows.Length];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = -scores[_rows[i]];
        double[] gains = [.. _gains];
        Array.Sort(ordered, gains);
        var sum = 0.0;
        for (int first = 0, next; first < Math.Min(places, gains.Length); first = next)
        {
            next = first + 1;
            var tied = gains[first];
            while (next < gains.Length && ordered[next] == ordered[first])
                tied += gains[next++];
            for (var place = first; place < Math.Min(places, next); place++)
                sum += tied / (next - first) * RelevanceGain.Discount(place);
        }
        return sum;
    }

    static double Sum(double[] gains, int first, int next)
    {
        var sum = 0.0;
        for (var place = first; place < next; place++)
            sum += gains[place] * RelevanceGain.Discount(place);
        return sum;
    }
}
