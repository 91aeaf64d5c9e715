using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

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

    public static readonly DateFormat[] Formats = [.. Patterns.Select(DateFormat.Parse)];

    static readonly int Slashes = Bit("%m/%d/%y") | Bit("%d/%m/%y");

    static readonly int Dots = Bit("%d.%m.%y");

    public static int All => (1 << Patterns.Length) - 1;

    /// <summary>A year of two digits beside two other numbers: so is a version (10.4.22) or a ratio.</summary>
    public static bool HasShortYear(int index) => ((Slashes | Dots) & 1 << index) != 0;

    /// <summary>
    /// Without those that have a year of two digits, unless each value has two digits for day and month too, or with slashes,
    /// all agree on which is which.
    /// </summary>
    public static int Believable(int formats, bool padded)
    {
        if (!padded)
            formats &= (formats & Slashes) == Slashes ? ~(Slashes | Dots) : ~Dots;
        return formats;
    }

    /// <summary>The bit of a format; 0 for none.</summary>
    public static int Bit(string? pattern) => pattern is null ? 0 : 1 << Array.IndexOf(Patterns, pattern);

    /// <summary>Of a column's formats the one that reads most of the columns, the likelier one when several do; null for no format.</summary>
    public static string? Choose(int formats, IReadOnlyList<int> columns) => formats == 0 ? null : Patterns
        .Where(pattern => (formats & Bit(pattern)) != 0)
        .MaxBy(pattern => columns.Count(other => (other & Bit(pattern)) != 0));

    /// <summary>Another format of these that takes day and month the other way round; null where there is none.</summary>
    public static string? OtherOrder(string pattern, int formats)
    {
        var turned = pattern.Replace("%m", "%?").Replace("%d", "%m").Replace("%?", "%d");
        return turned != pattern && Patterns.Contains(turned) && (formats & Bit(turned)) != 0 ? turned : null;
    }
}
