using System.Globalization;

namespace Kiln.Host.Leaks;

/// <summary>A text as people mean it: without its case and repeated blanks, and a number by its value.</summary>
static class CanonicalText
{
    public static string Format(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("G29", CultureInfo.InvariantCulture)
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
