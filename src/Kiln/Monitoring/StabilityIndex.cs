namespace Kiln.Monitoring;

/// <summary>How far two sets of rows lie from each other, by the bins they fall into.</summary>
static class StabilityIndex
{
    /// <summary>Added to each bin, so that an empty one has a share; the closed form of what chance makes of it holds its level with it from 50 rows on.</summary>
    const double Half = 0.5;

    /// <summary>The population stability index, Σ (p − q) ln(p/q).</summary>
    public static double Between(ReadOnlySpan<long> rows, ReadOnlySpan<long> others)
    {
        var (all, allOthers, sum) = (Sum(rows), Sum(others), 0.0);
        for (var bin = 0; bin < rows.Length; bin++)
            sum += Part(Share(rows[bin], all, rows.Length), Share(others[bin], allOthers, rows.Length));
        return sum;
    }

    /// <summary>By how much it is more than what chance makes of so many rows on average, (bins − 1)·(1/n + 1/m): few rows of the same source lie far from it.
    /// The n is <paramref name="counted"/>, the rows that were looked at: each may stand for others.</summary>
    public static double BeyondChance(ReadOnlySpan<long> rows, ReadOnlySpan<long> others, long counted) =>
        Math.Max(0, Between(rows, others) - (rows.Length - 1) * (1.0 / counted + 1.0 / Math.Max(1, Sum(others))));

    /// <summary>What one bin adds to it.</summary>
    public static double Part(ReadOnlySpan<long> rows, ReadOnlySpan<long> others, int bin) =>
        Part(Share(rows[bin], Sum(rows), rows.Length), Share(others[bin], Sum(others), rows.Length));

    static double Part(double p, double q) => (p - q) * Math.Log(p / q);

    static double Share(long rows, double all, int bins) => (rows + Half) / (all + Half * bins);

    static double Sum(ReadOnlySpan<long> rows)
    {
        var sum = 0.0;
        foreach (var count in rows)
            sum += count;
        return sum;
    }
}
