using System.Globalization;

namespace Kiln.Host.Data.Databases;

/// <summary>Writes a double as DuckDB does: as few digits as tell it apart, a whole one with a point, so that a column of them is one of numbers.</summary>
static class NumberTexts
{
    /// <summary>Outside of these powers of ten DuckDB writes an exponent.</summary>
    const int Smallest = -4;
    const int Largest = 15;

    /// <summary>Empty for what is not a number.</summary>
    public static string Write(double value)
    {
        if (double.IsNaN(value))
            return "";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
            return sign + "0.0";
        var (digits, power) = Digits(Math.Abs(value));
        if (power is < Smallest or > Largest)
            return FormattableString.Invariant($"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(power < 0 ? '-' : '+')}{Math.Abs(power):00}");
        if (power < 0)
            return $"{sign}0.{new string('0', -power - 1)}{digits}";
        digits = digits.PadRight(power + 2, '0');
        return $"{sign}{digits[..(power + 1)]}.{digits[(power + 1)..]}";
    }

    /// <summary>The shortest digits that tell the number apart, and the power of ten of the first.</summary>
    static (string Digits, int Power) Digits(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.') is >= 0 and var at ? at : parts[0].Length;
        var digits = parts[0].Replace(".", "");
        var leading = digits.Length - digits.TrimStart('0').Length;
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return (digits.Trim('0'), point + exponent - leading - 1);
    }
}
