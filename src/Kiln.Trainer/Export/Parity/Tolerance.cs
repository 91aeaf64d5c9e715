namespace Kiln.TrainerHost.Export.Parity;

/// <summary>
/// How far two ways to compute the same value may be apart. Sums are compared relative to the sum of their absolute terms, since a score
/// near 0 may be the difference of large ones. A probability follows its score with a slope of at most 1/4.
/// </summary>
/// <param name="relative">What a sum may be off by, relative to its terms.</param>
sealed class Tolerance(double relative)
{
    const double Base = 1e-6;

    /// <summary>For who adds in 64 bits, as ML.NET does and as Kiln's predictor does.</summary>
    public static Tolerance Exact { get; } = new(Base);

    /// <summary>
    /// For who adds 32-bit floats one after the other, as ONNX Runtime does: the error grows with the root of their number (measured:
    /// 4.5e-7 for 100 trees, 9.2e-7 for 500, 1.4e-6 for 1,000).
    /// </summary>
    public static Tolerance Adding(int terms) => new(Base * Math.Sqrt(Math.Max(1, terms / 100.0)));

    public double Score(double magnitude) => relative * magnitude;

    public double Probability(double magnitude) => Math.Max(Base, relative * magnitude / 4);

    public static bool Holds(float expected, float actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs((double)expected - actual) <= tolerance;
}
