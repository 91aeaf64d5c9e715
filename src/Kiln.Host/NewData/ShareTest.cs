namespace Kiln.Host.NewData;

/// <summary>Holds rows by bin in a new file against those before it.</summary>
static class ShareTest
{
    /// <summary>Added to each bin, so that an empty one has a share; the closed form holds its level with it from 50 rows on.</summary>
    const double Half = 0.5;

    /// <summary>A shift of a bell curve by 0.22 and by 0.1 standard deviations.</summary>
    static readonly (double Unknown, double Known) Floors = (0.05, 0.01);

    /// <param name="known">Rows by bin in each earlier file.</param>
    /// <param name="fresh">In the new one.</param>
    /// <param name="probability">Of a false alarm.</param>
    public static ShareFinding Judge(IReadOnlyList<long[]> known, long[] fresh, double probability)
    {
        var all = Total(known, fresh.Length);
        var differences = known.Count == 1 ? [] : known.Select(one => (Index(one, Without(all, one)), Chance.Between(one.Sum(), all.Sum() - one.Sum(), one.Length - 1))).ToList();
        var limit = Limit.Find(differences, Chance.Between(fresh.Sum(), all.Sum(), fresh.Length - 1), probability, Floors);
        var guilty = Enumerable.Range(0, fresh.Length).MaxBy(bin => Part(fresh, all, bin));
        return new(Index(fresh, all), limit, guilty, (double)fresh[guilty] / Math.Max(1, fresh.Sum()), (double)all[guilty] / Math.Max(1, all.Sum()), fresh.Sum(), all.Sum());
    }

    /// <summary>The population stability index, Σ (p − q) ln(p/q).</summary>
    public static double Index(long[] rows, long[] others) => Enumerable.Range(0, rows.Length).Sum(bin => Part(rows, others, bin));

    public static long[] Total(IEnumerable<long[]> files, int bins)
    {
        var total = new long[bins];
        foreach (var file in files)
            for (var bin = 0; bin < bins; bin++)
                total[bin] += file[bin];
        return total;
    }

    static long[] Without(long[] all, long[] one) => [.. all.Zip(one, (a, b) => a - b)];

    static double Part(long[] rows, long[] others, int bin)
    {
        var (p, q) = (Share(rows, bin), Share(others, bin));
        return (p - q) * Math.Log(p / q);
    }

    static double Share(long[] rows, int bin) => (rows[bin] + Half) / (rows.Sum() + Half * rows.Length);
}
