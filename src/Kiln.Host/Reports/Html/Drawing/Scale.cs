using System.Globalization;

namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>Where values lie on an axis.</summary>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest.</param>
/// <param name="From">The coordinate of the least.</param>
/// <param name="To">The coordinate of the greatest.</param>
readonly record struct Scale(double Min, double Max, double From, double To)
{
    const int MostTicks = 6;

    /// <summary>One that holds all values, with round ends where it is to have some.</summary>
    public static Scale Around(IEnumerable<double> values, double from, double to)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        var (min, max) = known.Length > 0 ? (known.Min(), known.Max()) : (0, 1);
        if (min == max)
            (min, max) = (min - (min == 0 ? 1 : Math.Abs(min) / 10), max + (max == 0 ? 1 : Math.Abs(max) / 10));
        var step = Step(max - min);
        return new(Math.Floor(min / step + 1e-9) * step, Math.Ceiling(max / step - 1e-9) * step, from, to);
    }

    public double At(double value) => From + (Math.Clamp(value, Math.Min(Min, Max), Math.Max(Min, Max)) - Min) / (Max - Min) * (To - From);

    /// <summary>Round values from one end to the other, with how they are spelled.</summary>
    public IEnumerable<(double Value, string Text)> Ticks()
    {
        var step = Step(Max - Min);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        // The largest round numbers would not fit beside their axis.
        var format = Math.Max(Math.Abs(Min), Math.Abs(Max)) >= 1e6 || decimals > 5 ? "0.##E+0" : "#,0." + new string('0', decimals);
        for (var n = (long)Math.Ceiling(Min / step - 1e-9); n * step <= Max + step * 1e-9; n++)
            yield return (n * step, (n * step).ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    static double Step(double span)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / MostTicks)));
        return new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(step => span / step <= MostTicks + 1e-9);
    }
}
