using System.Buffers;
using System.Text;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>
/// A number as people and programs show it: with a currency, a percent sign or a unit, or with its digits in groups.
/// None is read as a number, because what to do about the symbol is for people to say; but it is told what stands in the way.
/// </summary>
static class DecoratedNumber
{
    const int LongestUnit = 8;

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    static readonly string[] Currencies = ["$", "€", "£", "¥", "US$", "EUR", "USD", "GBP", "CHF", "JPY"];

    /// <summary>The symbol that makes the text no number; null where it is something else.</summary>
    public static string? Symbol(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 40 || utf8.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            return null;
        var text = Encoding.UTF8.GetString(utf8);
        var from = text.AsSpan().IndexOfAny(Digits);
        var to = text.AsSpan().LastIndexOfAny(Digits) + 1;
        var before = text[..from].Trim(' ', '+', '-');
        var unit = text[to..].Trim();
        if (before.Length > 0 && !Currencies.Contains(before) || unit.Length > LongestUnit || before.Length > 0 && unit.Length > 0)
            return null;
        var number = text[from..to];
        if (Ungrouped(number) is not { } plain || !NumberText.TryParse(Encoding.UTF8.GetBytes(plain), (byte)'.', out _, out _))
            return null;
        return before.Length > 0 ? before : unit.Length > 0 ? unit : Separator(number).ToString();
    }

    static char Separator(string number) => number[number.AsSpan().IndexOfAnyExcept(Digits) is >= 0 and var at ? at : 0];

    /// <summary>Without the separators of groups, and with a point for the decimal separator.</summary>
    static string? Ungrouped(string number)
    {
        var at = number.AsSpan().IndexOfAnyExcept(Digits);
        if (at < 0)
            return number;
        var separator = number[at];
        if (separator is not (',' or '.' or '\'' or '’' or ' ' or '\u00A0' or '\u202F'))
            return null;
        var parts = number.Split(separator);
        var last = parts[^1];
        var fraction = last.AsSpan().IndexOfAnyExcept(Digits);
        var whole = fraction < 0 ? last : last[..fraction];
        // One separator before other than three digits is the decimal one.
        if (parts.Length == 2 && fraction < 0 && separator is ',' or '.' && whole.Length != 3)
            return parts[0] + "." + last;
        if (parts[0].Length > 3 || parts[0][0] == '0' || parts[1..^1].Any(group => group.Length != 3) || whole.Length != 3)
            return separator == '.' && parts.Length == 2 && fraction < 0 ? number : null;
        var digits = string.Concat(parts[..^1]) + whole;
        return fraction < 0 ? digits : last[fraction] is '.' or ',' ? digits + "." + last[(fraction + 1)..] : null;
    }
}
