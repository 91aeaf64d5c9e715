using System.Globalization;
using Kiln.Host.Data;

namespace Kiln.Host.Examples;

/// <summary>The moments that order rows in time, as whole numbers that compare as they do, to the last tick: a double holds no date that exactly.</summary>
static class Moments
{
    /// <summary>Null where it is missing.</summary>
    public static long? Compute(TableColumn time, int row) => time switch
    {
        DateTimeColumn dates => dates.Values[row]?.Ticks,
        NumberColumn numbers when !numbers.IsMissing(row) => Sortable(numbers.Values[row]),
        _ => null,
    };

    /// <summary>As it is written down, so that it is read as the same moment; null where it is missing.</summary>
    public static string? Format(TableColumn time, int row) => time switch
    {
        DateTimeColumn dates => dates.Values[row]?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        NumberColumn numbers when !numbers.IsMissing(row) => numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Null where the column has another type than when that was written.</summary>
    public static long? Parse(TableColumn time, string text) => time switch
    {
        DateTimeColumn when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date.Ticks,
        NumberColumn when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Sortable(number),
        _ => null,
    };

    /// <summary>A double's bits are ordered like it where it is positive, and the other way round below zero.</summary>
    static long Sortable(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}
