using System.Globalization;
using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>What happened to a number column whose values changed, where it is simple: it became constant, or was multiplied.</summary>
static class Scale
{
    static readonly double[] Shares = [0.1, 0.25, 0.5, 0.75, 0.9];

    /// <summary>How far the factors at several quantiles may lie apart.</summary>
    const double Apart = 0.05;

    public static string? Describe(NumberColumn column, IReadOnlyList<RowRange> known, RowRange fresh)
    {
        var (before, now) = (Sorted(column, known), Sorted(column, [fresh]));
        if (now.Count > 1 && now[0] == now[^1])
            return $"every row has {Text(now[0])}.";
        // Fewer different quantiles are those of a few numbers, which no factor explains.
        var factors = Shares.Select(share => (Before: At(before, share), Now: At(now, share))).Where(pair => pair.Before != 0).Select(pair => pair.Now / pair.Before).ToList();
        return factors.Count < 3 || factors.Min() <= 0 || factors.Max() > (1 + Apart) * factors.Min() || Math.Abs(Math.Log(factors[factors.Count / 2])) < Apart ? null
            : $"all quantiles are about {Text(factors[factors.Count / 2])} times the earlier ones: has the unit changed?";
    }

    static List<double> Sorted(NumberColumn column, IReadOnlyList<RowRange> parts)
    {
        var values = parts.SelectMany(part => column.Values.Skip(part.First).Take(part.Rows)).Where(value => !double.IsNaN(value)).ToList();
        values.Sort();
        return values;
    }

    static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
