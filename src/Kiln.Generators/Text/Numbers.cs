using System.Globalization;

namespace Kiln.Generators.Text;

/// <summary>Numbers as people read them in a doc comment; never as the machine's culture has them.</summary>
static class Numbers
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Four digits that matter: <c>64.76</c>, <c>20,640</c>, <c>0.001235</c>.</summary>
    public static string Value(double value) => Math.Abs(value) is >= 1000 and < 1e15
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>In percent; what is not nothing never reads as nothing.</summary>
    public static string Share(double share) =>
        share is > 0 and < 0.0005 ? "under 0.1 %" : (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>Rows per bin as bars; only an empty bin has the lowest one.</summary>
    public static string Histogram(IReadOnlyList<long> bins)
    {
        const string bars = "▁▂▃▅▇";
        var most = bins.Max();
        return new([.. bins.Select(rows => bars[rows <= 0 ? 0 : (int)Math.Ceiling((double)rows / most * (bars.Length - 1))])]);
    }
}
