using System.Globalization;

namespace Kiln.Host.Data.Loading;

/// <summary>The number that a class of a number column stands for.</summary>
static class ClassNumbers
{
    public static double Parse(string value) => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
