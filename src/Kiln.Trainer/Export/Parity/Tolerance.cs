namespace Kiln.TrainerHost.Export.Parity;

/// <summary>
/// How far two ways to compute the same value may be apart. Sums are compared relative to the sum of their absolute terms, since ONNX Runtime
/// adds 32-bit floats and a score near 0 may be the difference of large ones. A probability follows its score with a slope of at most 1/4.
/// </summary>
static class Tolerance
{
    const double Relative = 1e-6;

    public static double Score(double magnitude) => Relative * magnitude;

    public static double Probability(double magnitude) => Relative * Math.Max(1, magnitude / 4);

    public static bool Holds(float expected, float actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs((double)expected - actual) <= tolerance || expected == actual;
}
