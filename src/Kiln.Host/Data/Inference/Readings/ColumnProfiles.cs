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

    static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static ColumnProfile Numbers(Span<double> values, long rows)
    {
        RadixSort.Sort(values);
        return new()
        {
            Missing = Share(rows - values.Length, rows),
            Distinct = Distinct<double>(values),
            Min = values[0].ToString("R", CultureInfo.InvariantCulture),
            Max = values[^1].ToString("R", CultureInfo.InvariantCulture),
            Mean = Round(Mean(values)),
            Quantiles = Quantiles(values),
            Histogram = Histogram(values),
            Top = FewNumbers.Find(values),
        };
    }

    public static ColumnProfile Dates(Span<DateTime> values, long rows)
    {
        values.Sort();
        var (ticks, hasTime) = (new double[values.Length], false);
        for (var i = 0; i < ticks.Length; i++)
        {
            ticks[i] = values[i].Ticks;
            hasTime |= values[i].TimeOfDay != TimeSpan.Zero;
        }
        var format = hasTime ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF" : "yyyy-MM-dd";
        return new()
        {
            Missing = Share(rows - values.Length, rows),
            Distinct = Distinct<DateTime>(values),
            Min = values[0].ToString(format, CultureInfo.InvariantCulture),
            Max = values[^1].ToString(format, CultureInfo.InvariantCulture),
            Histogram = Histogram(ticks),
        };
    }

    /// <param name="shown">The texts that may be shown, with their rows, in ordinal order.</param>
    public static ColumnProfile Texts(IReadOnlyList<KeyValuePair<string, long>> shown, int distinct, long missing, long rows)
    {
        // Two long texts may look the same when shortened; the more frequent one is kept.
        var top = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (text, count) in shown.OrderByDescending(value => value.Value).Take(MostTop))
            top.TryAdd(Shorten(text), count);
        return new() { Missing = Share(missing, rows), Distinct = distinct, Top = [.. top] };
    }

    static string Shorten(string text)
    {
        if (text.Length <= LongestTop)
            return text;
        var end = char.IsHighSurrogate(text[LongestTop - 1]) ? LongestTop - 1 : LongestTop;
        return text[..end] + "…";
    }

    static long Distinct<T>(ReadOnlySpan<T> sorted) where T : IEquatable<T>
    {
        var distinct = Math.Min(sorted.Length, 1L);
        for (var i = 1; i < sorted.Length; i++)
            distinct += sorted[i].Equals(sorted[i - 1]) ? 0 : 1;
        return distinct;
    }

    /// <summary>The smallest values with at least such a share of the rows at or below them: ones that occur.</summary>
    static double[] Quantiles(ReadOnlySpan<double> sorted)
    {
        var quantiles = new double[Shares.Length];
        for (var i = 0; i < quantiles.Length; i++)
            quantiles[i] = Round(sorted[(int)Math.Ceiling(Shares[i] * sorted.Length) - 1]);
        return quantiles;
    }

    /// <summary>Neumaier's sum, so that a million small values beside a large one still count.</summary>
    static double Mean(ReadOnlySpan<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            // Divided first: the sum of finite values can be too large for a double.
            var share = value / values.Length;
            var next = sum + share;
            lost += Math.Abs(sum) >= Math.Abs(share) ? sum - next + share : share - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    static long[] Histogram(ReadOnlySpan<double> sorted)
    {
        var rows = new long[Bins];
        // Halved: the distance between two finite values can be too large for a double.
        var (min, width) = (sorted[0] / 2, sorted[^1] / 2 - sorted[0] / 2);
        foreach (var value in sorted)
            rows[width > 0 ? Math.Min(Bins - 1, (int)((value / 2 - min) / width * Bins)) : 0]++;
        return rows;
    }

    static double Share(long part, long rows) => Round((double)part / rows);

    static double Round(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
