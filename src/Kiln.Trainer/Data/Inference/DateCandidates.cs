using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>
/// Formats tried besides ISO 8601, the likelier first: where every day is at most 12 the file does not tell day from month,
/// and then slashes are read as in the United States, dots and dashes as elsewhere.
/// </summary>
static class DateCandidates
{
    public static readonly string[] Patterns =
    [
        "%Y/%m/%d", "%Y.%m.%d", "%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y",
        "%d %b %Y", "%d-%b-%Y", "%b %d, %Y", "%m/%d/%y", "%d/%m/%y", "%d.%m.%y", "%d-%b-%y",
    ];

    static readonly DateFormat[] Formats = [.. Patterns.Select(DateFormat.Of)];

    public static int All => (1 << Patterns.Length) - 1;

    /// <summary>Those of <paramref name="candidates"/>, a bit each, that can read the text.</summary>
    public static int Fitting(ReadOnlySpan<byte> text, int candidates)
    {
        for (var i = 0; i < Formats.Length; i++)
            if ((candidates & 1 << i) != 0 && !Formats[i].TryParse(text, out _))
                candidates &= ~(1 << i);
        return candidates;
    }

    /// <summary>The bit of a format; 0 for none.</summary>
    public static int Bit(string? pattern) => pattern is null ? 0 : 1 << Array.IndexOf(Patterns, pattern);

    /// <summary>The format that reads most of the columns, the likelier one when several do; null for no column.</summary>
    public static string? Choose(IReadOnlyList<int> columns) =>
        columns.Count == 0 ? null : Patterns.MaxBy(pattern => columns.Count(formats => (formats & Bit(pattern)) != 0));
}
