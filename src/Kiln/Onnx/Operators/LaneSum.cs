using System.Runtime.CompilerServices;

namespace Kiln.Onnx.Operators;

/// <summary>
/// A sum in double whose terms take turns in eight lanes: which lane a term is in, and how the lanes are added up, is part of the result, so that
/// whoever adds eight terms at once has the same sum to the last digit.
/// </summary>
[InlineArray(Lanes)]
struct LaneSum
{
    public const int Lanes = 8;

    double _first;

    public readonly double Total() => Total(this[0], this[1], this[2], this[3], this[4], this[5], this[6], this[7]);

    public static double Total(double a, double b, double c, double d, double e, double f, double g, double h) => ((a + b) + (c + d)) + ((e + f) + (g + h));
}
