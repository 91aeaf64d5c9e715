using System.Text;

namespace Kiln.Host.Data.Values;

/// <summary>
/// Takes off a number's text what people write around and inside it: signs of units and currencies, and what groups the digits by three. Where the
/// groups are not of three, the text is left as it is, and is then no number: <c>1,23</c> is not 123.
/// </summary>
sealed class NumberSigns
{
    const int LongestGroup = 3;

    /// <summary>Spaces that do not break stand between a number and its unit as often as others.</summary>
    static readonly byte[][] Blanks = [" "u8.ToArray(), "\t"u8.ToArray(), "\u00A0"u8.ToArray(), "\u202F"u8.ToArray()];

    readonly byte[][] _symbols;
    readonly byte[]? _thousands;
    readonly byte _separator;
    byte[] _buffer = new byte[64];

    NumberSigns(IReadOnlyList<string> symbols, string? thousands, byte separator)
    {
        // The longest first: "US$" before "$".
        _symbols = [.. symbols.Select(symbol => Encoding.UTF8.GetBytes(symbol.Trim(' ', '\t', '\u00A0', '\u202F'))).OrderByDescending(symbol => symbol.Length)];
        _thousands = thousands is null ? null : Encoding.UTF8.GetBytes(thousands);
        _separator = separator;
    }

    /// <summary>Null where there is nothing to take off.</summary>
    public static NumberSigns? For(IReadOnlyList<string> symbols, string? thousands, byte separator) =>
        symbols.Count == 0 && thousands is null ? null : new(symbols, thousands, separator);

    /// <summary>The bare number; gone with the next call.</summary>
    public ReadOnlySpan<byte> TakeOff(ReadOnlySpan<byte> text)
    {
        var rest = text;
        var sign = (byte)0;
        while (true)
        {
            if (sign == 0 && rest is [(byte)'-' or (byte)'+', ..])
            {
                sign = rest[0];
                rest = TrimStart(rest[1..], Blanks);
            }
            else if (StartLength(rest, _symbols) is > 0 and var length)
                rest = TrimStart(rest[length..], Blanks);
            else
                break;
        }
        while (EndLength(rest, _symbols) is > 0 and var length)
            rest = TrimEnd(rest[..^length]);
        if (_buffer.Length <= rest.Length)
            _buffer = new byte[2 * rest.Length];
        var start = 0;
        if (sign != 0)
            _buffer[start++] = sign;
        var end = _thousands is null ? Copy(rest, start) : Join(rest, start);
        return end < 0 ? text : _buffer.AsSpan(0, end);
    }

    int Copy(ReadOnlySpan<byte> rest, int at)
    {
        rest.CopyTo(_buffer.AsSpan(at));
        return at + rest.Length;
    }

    /// <returns>Where the digits end; -1 where they are grouped in another way.</returns>
    int Join(ReadOnlySpan<byte> rest, int at)
    {
        var whole = rest.IndexOf(_separator) is >= 0 and var point ? rest[..point] : rest;
        var tail = rest[whole.Length..];
        var first = true;
        while (whole.IndexOf(_thousands) is >= 0 and var group)
        {
            if (first ? group is 0 or > LongestGroup : group != LongestGroup)
                return -1;
            at = Copy(whole[..group], at);
            whole = whole[(group + _thousands!.Length)..];
            first = false;
        }
        return !first && whole.Length != LongestGroup ? -1 : Copy(tail, Copy(whole, at));
    }

    static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text, byte[][] blanks)
    {
        while (StartLength(text, blanks) is > 0 and var length)
            text = text[length..];
        return text;
    }

    static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        while (EndLength(text, Blanks) is > 0 and var length)
            text = text[..^length];
        return text;
    }

    static int StartLength(ReadOnlySpan<byte> text, byte[][] any)
    {
        foreach (var one in any)
            if (text.StartsWith(one))
                return one.Length;
        return 0;
    }

    static int EndLength(ReadOnlySpan<byte> text, byte[][] any)
    {
        foreach (var one in any)
            if (text.EndsWith(one))
                return one.Length;
        return 0;
    }
}
