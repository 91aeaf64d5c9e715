namespace Kiln.Host.Evaluation;

static class Rounding
{
    /// <summary>Six significant digits: more would only record the order of additions.</summary>
    public static double Significant(double value) => At(value, value);

    /// <summary>To the decimals that the other value keeps: the difference of two such values has no more.</summary>
    public static double At(double value, double scale) => value == 0 || !double.IsFinite(value) || !double.IsFinite(scale)
        ? value
        : Math.Round(value, Decimals(scale)) + 0.0;

    static int Decimals(double scale) => scale == 0 ? 15 : Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Abs(scale))), 0, 15);
}
