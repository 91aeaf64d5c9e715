using System.Globalization;

namespace Kiln.Host.Data.Engine;

/// <summary>
/// Writes numbers as DuckDB does: those of double precision with as few digits as tell them apart, a fraction always, and an exponent below 1e-4 and
/// from 1e16 on.
/// </summary>
static class NumberWriter
{
    /// <summary>Bytes that any number has at most.</summary>
    public const int Longest = 32;

    const int MostDecimals = 4;
    const double Scale = 10_000;

    /// <summary>Of fifteen digits or fewer no two are one number, so the fewest that tell a number are these (Matula, "In-and-out conversions", 1968).</summary>
    const double Told = 1e15;

    public static int Write(double value, Span<byte> to)
    {
        if (Math.Round(value * Scale) is var scaled && Math.Abs(scaled) < Told && IsSame((long)scaled / Scale, value))
            return WriteScaled((long)scaled, MostDecimals, to);
        if (Math.Abs(value) < Told && IsSame((long)value, value))
            return WriteScaled((long)value, 0, to);
        Span<byte> shortest = stackalloc byte[Longest];
        return value.TryFormat(shortest, out var length, default, CultureInfo.InvariantCulture) ? Arrange(shortest[..length], to)
            : throw new InvalidOperationException("a number is longer than any can be");
    }

    /// <summary>A negative zero is not the same as zero.</summary>
    static bool IsSame(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    static int WriteScaled(long scaled, int decimals, Span<byte> to)
    {
        for (; decimals > 0 && scaled % 10 == 0; decimals--)
            scaled /= 10;
        var length = WriteDecimal(scaled, decimals, leadingZero: true, to);
        return decimals > 0 ? length : length + Copy(".0"u8, to[length..]);
    }

    /// <summary>A whole number of tenths, hundredths and so on.</summary>
    /// <param name="leadingZero">Whether there is a zero before the point where there is nothing else.</param>
    public static int WriteDecimal(long scaled, int decimals, bool leadingZero, Span<byte> to)
    {
        var start = 0;
        if (scaled < 0)
            to[start++] = (byte)'-';
        Span<byte> digits = stackalloc byte[20];
        (scaled < 0 ? 0 - (ulong)scaled : (ulong)scaled).TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        if (decimals == 0)
            return start + Copy(digits[..length], to[start..]);
        if (length > decimals)
            start += Copy(digits[..(length - decimals)], to[start..]);
        else if (leadingZero)
            to[start++] = (byte)'0';
        to[start++] = (byte)'.';
        for (var zeros = decimals - length; zeros > 0; zeros--)
            to[start++] = (byte)'0';
        return start + Copy(digits[Math.Max(0, length - decimals)..length], to[start..]);
    }

    /// <param name="shortest">As .NET writes it: the same digits, its exponent elsewhere.</param>
    static int Arrange(ReadOnlySpan<byte> shortest, Span<byte> to)
    {
        var start = 0;
        if (shortest[0] == '-')
        {
            to[start++] = (byte)'-';
            shortest = shortest[1..];
        }
        if (shortest[0] is not (>= (byte)'0' and <= (byte)'9'))
            return start + Copy("inf"u8, to[start..]);
        Span<byte> digits = stackalloc byte[Longest];
        var (count, point) = Split(shortest, digits);
        if (count == 0)
            return start + Copy("0.0"u8, to[start..]);
        if (point is < -3 or > 16)
            return start + WriteExponent(digits[..count], point - 1, to[start..]);
        if (point <= 0)
        {
            start += Copy("0."u8, to[start..]);
            for (; point < 0; point++)
                to[start++] = (byte)'0';
            return start + Copy(digits[..count], to[start..]);
        }
        for (var i = 0; i < point; i++)
            to[start++] = i < count ? digits[i] : (byte)'0';
        to[start++] = (byte)'.';
        return start + Copy(count > point ? digits[point..count] : "0"u8, to[start..]);
    }

    /// <summary>The digits without zeros around them, and before which of them the point is: 0 for <c>0.12</c>.</summary>
    static (int Count, int Point) Split(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var (count, point, isFraction, exponent) = (0, 0, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == 'E')
            {
                exponent = int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            if (text[i] == '.')
                isFraction = true;
            else
            {
                if (count > 0 || text[i] != '0')
                    digits[count++] = text[i];
                point += isFraction ? count > 0 ? 0 : -1 : count > 0 ? 1 : 0;
            }
        }
        while (count > 0 && digits[count - 1] == '0')
            count--;
        return (count, point + exponent);
    }

    static int WriteExponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> to)
    {
        var start = 0;
        to[start++] = digits[0];
        if (digits.Length > 1)
        {
            to[start++] = (byte)'.';
            start += Copy(digits[1..], to[start..]);
        }
        to[start++] = (byte)'e';
        to[start++] = (byte)(exponent < 0 ? '-' : '+');
        Math.Abs(exponent).TryFormat(to[start..], out var length, "00", CultureInfo.InvariantCulture);
        return start + length;
    }

    static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
