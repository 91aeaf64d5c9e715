using System.Buffers.Binary;
using System.Numerics;

namespace Kiln.Host.Data.Values;

/// <summary>
/// Reads a number of at most eight digits and a decimal separator, all at once and without asking at each byte what it is (Lemire, "Number parsing at a
/// gigabyte per second", 2021): most numbers of a table are such.
/// </summary>
static class ShortNumber
{
    const int Most = sizeof(ulong);
    const ulong Ones = 0x0101010101010101;
    const ulong Zeros = '0' * Ones;

    // Exact, so that one rounding is left.
    static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    /// <returns>False where it is another text, which may be a number all the same.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, byte decimalSeparator, out double value, out NumberForm form)
    {
        (value, form) = (0, NumberForm.None);
        var isNegative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            isNegative = text[0] == '-';
            text = text[1..];
        }
        if (text.Length is 0 or > Most)
            return false;
        var word = Word(text);
        var (digits, fraction) = (text.Length, 0);
        // The lowest byte that is zero behind this is the first separator (Mycroft's test is right for the lowest).
        var differences = word ^ (decimalSeparator * Ones);
        var separator = BitOperations.TrailingZeroCount((differences - Ones) & ~differences & 0x80 * Ones) >> 3;
        if (separator < text.Length)
        {
            digits--;
            fraction = digits - separator;
            var before = (1UL << 8 * separator) - 1;
            word = word & before | word >> 8 & ~before;
        }
        if (digits == 0)
            return false;
        if (digits - fraction > 1 && (byte)word == '0')
            form |= NumberForm.LeadingZero;
        if (separator >= text.Length)
            form |= NumberForm.Whole;
        // Zeros in front, so that there are eight.
        word = word << 8 * (Most - digits) | (digits == Most ? 0 : Zeros >> 8 * digits);
        if (((word & 0xF0 * Ones) | ((word + 0x06 * Ones & 0xF0 * Ones) >> 4)) != 0x33 * Ones)
            return false;
        value = Number(word) / PowersOfTen[fraction];
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>One to eight bytes, the first lowest, and zeros behind.</summary>
    static ulong Word(ReadOnlySpan<byte> text)
    {
        if (text.Length == Most)
            return BinaryPrimitives.ReadUInt64LittleEndian(text);
        if (text.Length >= 4)
            return BinaryPrimitives.ReadUInt32LittleEndian(text) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 8 * (text.Length - 4);
        return text[0] | (ulong)text[text.Length >> 1] << 8 * (text.Length >> 1) | (ulong)text[^1] << 8 * (text.Length - 1);
    }

    /// <summary>Eight digits: by twos, by fours, and all.</summary>
    static uint Number(ulong digits)
    {
        digits -= Zeros;
        digits = digits * 10 + (digits >> 8);
        return (uint)(((digits & 0x000000FF000000FF) * (100 + (1_000_000UL << 32)) + (digits >> 16 & 0x000000FF000000FF) * (1 + (10_000UL << 32))) >> 32);
    }
}
