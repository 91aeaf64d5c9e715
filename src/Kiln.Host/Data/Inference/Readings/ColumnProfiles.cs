using Kiln.Contracts;
using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>
/// Sums up a column. What is computed comes from sorted values and is rounded to six digits:
/// neither threads nor the order of rows can change a byte.
/// </summary>
static class ColumnProfiles
{
    const int Bins = 10;
    const int MostTop = 10;
    const int LongestTop = 80;

    /// <summary>Of the quantiles: the smallest values with at least such a share of the rows at or below them, ones that occur.</summary>
    static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static ColumnProfile Numbers(SortedNumbers sorted, long rows) => new()
    {
        Missing = Share(rows - sorted.Count, rows),
        Distinct = sorted.Distinct,
        Min = sorted[0].ToString("R", CultureInfo.InvariantCulture),
        Max = sorted[sorted.Count - 1].ToString("R", CultureInfo.InvariantCulture),
        Mean = Round(sorted.Mean),
        Quantiles = [.. Shares.Select(share => Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1]))],
        Histogram = Histogram(sorted),
        Top = FewNumbers.Find(sorted),
    };

    public static ColumnProfile Dates(IEnumerable<DateTime> values, long rows)
    {
        ulong[] ticks = [.. values.Select(value => (ulong)value.Ticks)];
        RadixSort.Sort(ticks);
        var (distinct, hasTime) = (0, false);
        for (var i = 0; i < ticks.Length; i++)
        {
            hasTime |= ticks[i] % TimeSpan.TicksPerDay != 0;
            distinct += i == 0 || ticks[i] != ticks[i - 1] ? 1 : 0;
        }
        var format = hasTime ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF" : "yyyy-MM-dd";
        using var sorted = SortedNumbers.Sort(Array.ConvertAll(ticks, tick => (double)tick));
        return new()
        {
            Missing = Share(rows - ticks.Length, rows),
            Distinct = distinct,
            Min = new DateTime((long)ticks[0]).ToString(format, CultureInfo.InvariantCulture),
            Max = new DateTime((long)ticks[^1]).ToString(format, CultureInfo.InvariantCulture),
            Histogram = Histogram(sorted),
        };
    }

    /// <param name="shown">The texts that may be shown, with their rows, in ordinal order.</param>
    public static ColumnProfile Texts(IReadOnlyList<KeyValuePair<string, long>> shown, int distinct, long missing, long rows)
    {
        // Two long texts may look the same when shortened; the more frequent one is kept.
        var top = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (text, count) in shown.OrderByDescending(value => value.Value).Take(MostTop))
            top.TryAdd(Shortened.Text(text, LongestTop), count);
        return new() { Missing = Share(missing, rows), Distinct = distinct, Top = [.. top] };
    }

    static long[] Histogram(SortedNumbers sorted)
    {
        var rows = new long[Bins];
        // Halved: the distance between two finite values can be too large for a double.
        var min = sorted[0] / 2;
        var width = sorted[sorted.Count - 1] / 2 - min;
        for (int bin = 0, start = 0; bin < Bins; bin++)
        {
            var end = sorted.End(start, value => (width > 0 ? Math.Min(Bins - 1, (int)((value / 2 - min) / width * Bins)) : 0) <= bin);
            (rows[bin], start) = (end - start, end);
        }
        return rows;
    }

    static double Share(long part, long rows) => Round((double)part / rows);

    static double Round(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
