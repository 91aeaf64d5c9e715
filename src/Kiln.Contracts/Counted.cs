using System.Globalization;

namespace Kiln.Contracts;

/// <summary>Numbers of things as people read them.</summary>
public static class Counted
{
    /// <summary><c>1 row</c>, <c>1,409 rows</c>; the same on every machine.</summary>
    public static string Format(long count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary><c>12.3 %</c>; what is not nothing never reads as nothing, nor what is not all as all.</summary>
    public static string Share(long part, long whole)
    {
        var percent = 100.0 * part / whole;
        return percent is > 0 and < 0.05 ? "under 0.1 %"
            : $"{(part < whole ? Math.Min(percent, 99.9) : percent).ToString("0.#", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>A share that somebody wrote, as it is.</summary>
    public static string Share(double share) => $"{(100 * share).ToString("0.####", CultureInfo.InvariantCulture)} %";
}
