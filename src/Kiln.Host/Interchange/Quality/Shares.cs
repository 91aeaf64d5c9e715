using System.Globalization;

namespace Kiln.Host.Interchange.Quality;

/// <summary>Shares of one and percent, in decimal: 0.07 is 7 percent, not 7.000000000000001.</summary>
static class Shares
{
    public static double OfPercent(double percent) =>
        decimal.TryParse(Text(percent), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? double.Parse((exact / 100).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : percent / 100;

    public static string ToPercent(double share) =>
        decimal.TryParse(Text(share), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? (exact * 100).ToString("0.#############################", CultureInfo.InvariantCulture) : Text(share * 100);

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
