using System.Globalization;

namespace Kiln.Host.Data.Values;

/// <summary>What a number's text looks like.</summary>
[Flags]
enum NumberForm
{
    None = 0,

    /// <summary>Digits only, but for a sign.</summary>
    Whole = 1,

    /// <summary>A zero before other digits, as in <c>007</c>: a code, not a quantity.</summary>
    LeadingZero = 2,

    /// <summary>Whole, and too large for a double to tell it from its neighbours: an identifier.</summary>
    Inexact = 4,

    /// <summary>Too large for any double, and read as an infinity.</summary>
    Beyond = 8,
}

/// <summary>
/// Reads a number: sign, digits, fraction, exponent, and nothing else. Neither grouped digits nor words such as <c>inf</c> are numbers,
/// and no culture is asked.
/// </summary>
static class NumberText
{
    const ulong MaxExact = 1UL << 53;

    /// <summary>Digits that 64 bits hold, whichever they are.</summary>
    const int MostDigits = 19;

    static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 23).Select(n => double.Parse($"1e{n}", CultureInfo.InvariantCulture))];

    public static bool TryParse(ReadOnlySpan<byte> text, byte decimalSeparator, out double value, out NumberForm form)
    {
        if (ShortNumber.TryParse(text, decimalSeparator, out value, out form))
            return true;
        (value, form) = (0, NumberForm.None);
        var i = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var negative = i == 1 && text[0] == '-';
        var (mantissa, digits, start) = (0UL, 0, i);
        var long19 = false;
        ReadDigits(text, ref i, ref mantissa, ref digits, ref long19);
        var whole = i - start;
        var scale = 0;
        if (whole > 1 && text[start] == '0')
            form |= NumberForm.LeadingZero;
        if (i < text.Length && text[i] == decimalSeparator)
        {
            var point = ++i;
            ReadDigits(text, ref i, ref mantissa, ref digits, ref long19);
            scale = point - i;
            if (whole + i - point == 0)
                return false;
        }
        else if (whole == 0)
            return false;
        else if (i == text.Length)
            form |= NumberForm.Whole;
        if (i < text.Length && !TryReadExponent(text, ref i, ref scale))
            return false;
        if (i != text.Length)
            return false;
        if ((form & NumberForm.Whole) != 0 && (long19 || mantissa > MaxExact))
            form |= NumberForm.Inexact;
        // Both factors are exact, so one rounding is left (Clinger 1990).
        if (!long19 && mantissa <= MaxExact && scale is >= -22 and <= 22)
        {
            value = scale < 0 ? mantissa / PowersOfTen[-scale] : mantissa * PowersOfTen[scale];
            value = negative ? -value : value;
            return true;
        }
        if (!TryParseSlowly(text, decimalSeparator, out value))
            return false;
        if (double.IsInfinity(value))
            form |= NumberForm.Beyond;
        return true;
    }

    static void ReadDigits(ReadOnlySpan<byte> text, ref int i, ref ulong mantissa, ref int digits, ref bool overflow)
    {
        // So few digits cannot be too many, which need then not be asked at each.
        if (text.Length <= MostDigits)
            for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
                mantissa = mantissa * 10 + (ulong)(text[i] - '0');
        else
            for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
                Digit(text[i], ref mantissa, ref digits, ref overflow);
    }

    static void Digit(byte digit, ref ulong mantissa, ref int digits, ref bool overflow)
    {
        if (digits == MostDigits)
        {
            overflow = true;
            return;
        }
        mantissa = mantissa * 10 + (ulong)(digit - '0');
        digits += mantissa == 0 ? 0 : 1;
    }

    static bool TryReadExponent(ReadOnlySpan<byte> text, ref int i, ref int scale)
    {
        if ((text[i] | 0x20) != 'e' || ++i == text.Length)
            return false;
        var sign = text[i] == '-' ? -1 : 1;
        if (text[i] is (byte)'-' or (byte)'+')
            i++;
        var (exponent, start) = (0, i);
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
            exponent = Math.Min(exponent * 10 + (text[i] - '0'), 100_000);
        scale += sign * exponent;
        return i > start;
    }

    static bool TryParseSlowly(ReadOnlySpan<byte> text, byte decimalSeparator, out double value)
    {
        Span<byte> copy = text.Length <= 128 ? stackalloc byte[128] : new byte[text.Length];
        copy = copy[..text.Length];
        text.CopyTo(copy);
        copy.Replace(decimalSeparator, (byte)'.');
        return double.TryParse(copy, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
