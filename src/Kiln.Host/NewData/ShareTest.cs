using Kiln.Monitoring;

namespace Kiln.Host.NewData;

/// <summary>Holds rows by bin in a new file against those before it.</summary>
static class ShareTest
{
    /// <summary>A shift of a bell curve by 0.22 and by 0.1 standard deviations.</summary>
    static readonly (double Unknown, double Known) Floors = (0.05, 0.01);

    /// <param name="known">Rows by bin in each earlier file.</param>
    /// <param name="fresh">In the new one.</param>
    /// <param name="probability">Of a false alarm.</param>
    public static ShareFinding Judge(IReadOnlyList<long[]> known, long[] fresh, double probability) =>
        Judge(Total(known, fresh.Length), Spread(known), fresh, probability);

    /// <param name="all">Rows by bin in all that was there before.</param>
    /// <param name="spread">By how much parts of it differ.</param>
    /// <param name="fresh">In what came.</param>
    /// <param name="probability">Of a false alarm.</param>
    public static ShareFinding Judge(long[] all, UsualSpread spread, long[] fresh, double probability)
    {
        var limit = Limit.Find(spread, Chance.Between(fresh.Sum(), all.Sum(), fresh.Length - 1), probability, Floors);
        var guilty = Enumerable.Range(0, fresh.Length).MaxBy(bin => StabilityIndex.Part(fresh, all, bin));
        return new(StabilityIndex.Between(fresh, all), limit, guilty, (double)fresh[guilty] / Math.Max(1, fresh.Sum()), (double)all[guilty] / Math.Max(1, all.Sum()), fresh.Sum(), all.Sum());
    }

    /// <summary>By how much parts differ from each other; nothing is known of one alone.</summary>
    public static UsualSpread Spread(IReadOnlyList<long[]> parts)
    {
        if (parts.Count < 2)
            return default;
        var all = Total(parts, parts[0].Length);
        return Limit.SpreadOf([.. parts.Select(one => (StabilityIndex.Between(one, Without(all, one)), Chance.Between(one.Sum(), all.Sum() - one.Sum(), one.Length - 1)))]);
    }

    public static long[] Total(IEnumerable<long[]> files, int bins)
    {
        var total = new long[bins];
        foreach (var file in files)
            for (var bin = 0; bin < bins; bin++)
                total[bin] += file[bin];
        return total;
    }

    static long[] Without(long[] all, long[] one) => [.. all.Zip(one, (a, b) => a - b)];
}
