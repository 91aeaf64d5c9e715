namespace Kiln.Host.Data.Values;

/// <summary>
/// How a dataset writes dates: ISO 8601, or a strptime format beside it. A format without a time of day still takes one behind the date
/// (<c>31.12.2024 07:05</c>), so that one format serves a file's date and date-time columns.
/// </summary>
sealed class DateFormat
{
    static readonly string[] Months =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    public const string DaysPattern = "%Y%m%d";

    static readonly string[] Halves = ["am", "pm"];

    readonly string _pattern;
    readonly bool _hasTime;
    readonly DateFormat? _iso;

    DateFormat(string pattern, DateFormat? iso)
    {
        (_pattern, _iso) = (pattern, iso);
        _hasTime = pattern.Contains("%H") || pattern.Contains("%I");
    }

    public static DateFormat Iso { get; } = new("%Y-%m-%d", null);

    /// <summary>A day as a whole number, 20241231.</summary>
    public static DateFormat Days { get; } = Parse(DaysPattern);

    /// <exception cref="FormatException">A code is not known.</exception>
    public static DateFormat Parse(string? pattern)
    {
        if (pattern is null)
            return Iso;
        for (var i = pattern.IndexOf('%'); i >= 0; i = i + 2 > pattern.Length ? -1 : pattern.IndexOf('%', i + 2))
            if (i + 1 == pattern.Length || !"YymdbBHIMSfpz%".Contains(pattern[i + 1]))
                throw new FormatException(
                    $"\"{pattern[i..Math.Min(i + 2, pattern.Length)]}\" is not a date format code; "
                    + "use one of %Y %y %m %d %b %B %H %I %M %S %f %p %z %%");
        return new(pattern, Iso);
    }

    public bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length is < 6 or > 64)
            return false;
        var parts = new DateParts();
        var cursor = new TextCursor(text);
        if (TryRead(ref cursor, ref parts) && (_hasTime || TryReadTime(ref cursor, ref parts)) && cursor.AtEnd)
            return parts.TryMake(out value);
        return _iso is not null && _iso.TryParse(text, out value);
    }

    /// <summary>As messages say it.</summary>
    public override string ToString() => _iso is null ? "ISO 8601 (2024-12-31, 2024-12-31T23:59:59)" : $"the format \"{_pattern}\"";

    bool TryRead(ref TextCursor cursor, ref DateParts parts)
    {
        for (var i = 0; i < _pattern.Length; i++)
        {
            var read = _pattern[i] == '%' ? TryReadCode(_pattern[++i], ref cursor, ref parts) : cursor.Skip(_pattern[i]);
            if (!read)
                return false;
        }
        return true;
    }

    bool TryReadCode(char code, ref TextCursor cursor, ref DateParts parts)
    {
        switch (code)
        {
            case 'Y': return cursor.ReadNumber(4, 4, out parts.Year);
            case 'y':
                // POSIX: 69 to 99 are of the last century.
                var read = cursor.ReadNumber(2, 2, out var year);
                parts.Year = year < 69 ? 2000 + year : 1900 + year;
                return read;
            case 'm': return cursor.ReadNumber(_iso is null ? 2 : 1, 2, out parts.Month);
            case 'd': return cursor.ReadNumber(_iso is null ? 2 : 1, 2, out parts.Day);
            case 'b' or 'B':
                var month = cursor.ReadWord(Months);
                parts.Month = month % 12 + 1;
                return month >= 0;
            case 'H' or 'I': return cursor.ReadNumber(1, 2, out parts.Hour);
            case 'M': return cursor.ReadNumber(2, 2, out parts.Minute);
            case 'S': return cursor.ReadNumber(2, 2, out parts.Second);
            case 'f': return cursor.ReadFraction(out parts.Ticks);
            case 'p': return TryReadHalf(ref cursor, ref parts);
            case 'z': return TryReadOffset(ref cursor, ref parts);
            default: return cursor.Skip('%');
        }
    }

    static bool TryReadTime(ref TextCursor cursor, ref DateParts parts)
    {
        if (cursor.AtEnd)
            return true;
        if (!cursor.Skip('T') && !cursor.Skip(' ')
            || !cursor.ReadNumber(1, 2, out parts.Hour) || !cursor.Skip(':') || !cursor.ReadNumber(2, 2, out parts.Minute))
            return false;
        if (cursor.Skip(':') && (!cursor.ReadNumber(2, 2, out parts.Second) || cursor.Skip('.') && !cursor.ReadFraction(out parts.Ticks)))
            return false;
        if (cursor.AtEnd)
            return true;
        cursor.Skip(' ');
        return TryReadHalf(ref cursor, ref parts) || TryReadOffset(ref cursor, ref parts);
    }

    static bool TryReadHalf(ref TextCursor cursor, ref DateParts parts)
    {
        var half = cursor.ReadWord(Halves);
        parts.Afternoon = half == 1;
        if (half < 0)
            parts.Afternoon = null;
        return half >= 0;
    }

    static bool TryReadOffset(ref TextCursor cursor, ref DateParts parts)
    {
        parts.Offset = 0;
        if (cursor.Skip('Z'))
            return true;
        var sign = cursor.Skip('+') ? 1 : cursor.Skip('-') ? -1 : 0;
        if (sign == 0 || !cursor.ReadNumber(2, 2, out var hours))
            return false;
        cursor.Skip(':');
        var minutes = 0;
        if (!cursor.AtEnd && !cursor.ReadNumber(2, 2, out minutes) || minutes > 59 || hours > 14)
            return false;
        parts.Offset = sign * (60 * hours + minutes);
        return true;
    }
}
