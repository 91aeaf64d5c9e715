using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>
/// The rows before new ones in slices that span as much time as these do, counted back from the last moment before them. Slices of the
/// calendar would not be alike: a file that is written on the tenth of a month has a third of one.
/// </summary>
/// <param name="Rest">Rows that are of none: what is left at the beginning, and what has no time.</param>
/// <param name="Slices">Those that hold rows, the oldest first.</param>
sealed record TimeSlices(int[] Rest, IReadOnlyList<int[]> Slices, TimeSpan Span)
{
    /// <summary>What must be there of the oldest slice.</summary>
    const double Whole = 0.75;

    /// <summary>Up to so many of the new rows may have a time that has nothing to do with theirs, such as a mistyped year.</summary>
    const double Stray = 0.1;

    /// <param name="old">Rows of the table.</param>
    /// <param name="fresh">Those that came.</param>
    public static TimeSlices Cut(DateTimeColumn time, int[] old, int[] fresh)
    {
        var moments = Moments(time, old).ToHashSet();
        if (moments.Count < 2)
            return new(old, [], default);
        var (first, last) = (moments.Min(), moments.Max());
        var span = Measure([.. Moments(time, fresh)], last);
        if (span <= TimeSpan.Zero)
            return new(old, [], span);
        // Each moment stands for the time until the next: a day for the last of days.
        var known = (last - first) * ((double)moments.Count / (moments.Count - 1));
        var wholes = (long)(known / span + 1 - Whole);
        var slices = old.ToLookup(row => time.Values[row] is { } moment && (last - moment).Ticks / span.Ticks is var slice && slice < wholes ? slice : wholes);
        return new([.. slices[wholes]], [.. slices.Where(slice => slice.Key < wholes).OrderByDescending(slice => slice.Key).Select(slice => slice.ToArray())], span);
    }

    /// <summary>What the new rows span: from the last moment before them where they are later.</summary>
    static TimeSpan Measure(List<DateTime> fresh, DateTime last)
    {
        if (fresh.Count == 0)
            return TimeSpan.Zero;
        fresh.Sort();
        var begin = fresh[fresh.Count / 2] > last ? last : fresh[0];
        var farthest = 2 * (fresh[^(1 + (int)(Stray * fresh.Count))] - begin);
        return fresh.Last(moment => moment - begin <= farthest) - begin;
    }

    static IEnumerable<DateTime> Moments(DateTimeColumn time, IEnumerable<int> rows) => rows.Select(row => time.Values[row]).OfType<DateTime>();
}
