using System.Globalization;

namespace Kiln.TrainerHost.Data.Loading;

/// <summary>The number that a class of a number column stands for, as precise as the column's values in memory.</summary>
static class ClassNumbers
{
    public static float Of(string value) => (float)double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
