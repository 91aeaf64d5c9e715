namespace Kiln.Host.Export.Parity;

/// <summary>
/// How far two ways to compute the same value may be apart. Sums are compared relative to the sum of their absolute terms, since a score
/// near 0 may be the difference of large ones. A probability follows its scores.
/// </summary>
/// <param name="relative">What a sum may be off by, relative to its terms.</param>
sealed class Tolerance(double relative)
{
    const double Base = 1e-6;

    /// <summary>What one 32-bit operation may be off by, relative to its result.</summary>
    const double Unit = 1.0 / (1 << 24);

    /// <summary>For who adds in 64 bits, as ML.NET adds trees and as Kiln's predictor adds everything.</summary>
    public static Tolerance Exact { get; } = new(Base);

    /// <summary>
    /// For who adds 32-bit floats, as ONNX Runtime does, and ML.NET where it multiplies by weights: each of the terms was rounded, every
    /// addition rounds a sum that is no larger than all absolute terms together, and so is the result that it is compared with.
    /// </summary>
    public static Tolerance Adding(int terms) => new(Math.Max(Base, (terms + 1) * Unit));

    public double Score(double magnitude) => relative * magnitude;

    /// <param name="magnitude">The scale of the scores' rounding errors.</param>
    /// <param name="slope">How much a probability changes with its scores at most.</param>
    public double Probability(double magnitude, double slope) => Base + slope * Score(magnitude);

    /// <summary>For what a step makes of scores, which is rounded too, and may be larger than they are.</summary>
    /// <param name="slope">How much it changes with its scores at most.</param>
    public double Made(double magnitude, double slope, float value) => slope * Score(magnitude) + 4 * Unit * Math.Abs((double)value);

    public static bool Holds(float expected, float actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs((double)expected - actual) <= tolerance;
}
