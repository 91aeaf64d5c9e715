using System.Globalization;

namespace Kiln.Generators.Fingerprints;

/// <summary>A constant's value, to the last bit and in every culture.</summary>
static class ConstantText
{
    public static string? Format(object? value) => value switch
    {
        null => null,
        double number => BitConverter.DoubleToInt64Bits(number).ToString("x", CultureInfo.InvariantCulture),
        float number => BitConverter.ToInt32(BitConverter.GetBytes(number), 0).ToString("x", CultureInfo.InvariantCulture),
        decimal number => string.Join(",", decimal.GetBits(number).Select(static part => part.ToString("x", CultureInfo.InvariantCulture))),
        char character => ((int)character).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
