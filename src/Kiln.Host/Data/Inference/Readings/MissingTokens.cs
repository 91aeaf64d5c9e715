using System.Text;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>
/// Texts that people write where there is no value. Each could be a value too (the country NA, a rating of "-"), so a candidate is only
/// believed in a column that is numbers, dates or booleans but for it, and there alone.
/// </summary>
static class MissingTokens
{
    /// <summary>How many different ones a column may reasonably hold.</summary>
    public const int Spellings = 16;

    static readonly string[][] ByLength =
    [
        [],
        ["?", "-", "."],
        ["na", "--"],
        ["n/a", "nan"],
        ["null", "none", "#n/a", "<na>"],
    ];

    public static bool IsCandidate(ReadOnlySpan<byte> text)
    {
        if (text.Length >= ByLength.Length)
            return false;
        foreach (var token in ByLength[text.Length])
            if (Ascii.EqualsIgnoreCase(text, token))
                return true;
        return false;
    }
}
