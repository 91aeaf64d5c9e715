using System.Runtime.Intrinsics;

namespace Kiln.Onnx.Explanations;

/// <summary>
/// Gauss and Legendre's points and weights between 0 and 1, four at a time: n of them give the integral of a polynomial up to the degree 2n - 1
/// without an error.
/// </summary>
static class Quadrature
{
    /// <summary>Points of a block.</summary>
    public const int Block = 4;

    /// <summary>Players on one path of which the Shapley values are exact with so many blocks: their integrand is of one degree less.</summary>
    public static int Blocks(int players) => Math.Max(1, (players + 2 * Block - 1) / (2 * Block));

    public static (Vector256<double> Points, Vector256<double> Weights)[] Create(int blocks)
    {
        var count = blocks * Block;
        var result = new (Vector256<double>, Vector256<double>)[blocks];
        Span<double> points = stackalloc double[Block], weights = stackalloc double[Block];
        for (var block = 0; block < blocks; block++)
        {
            for (var i = 0; i < Block; i++)
                (points[i], weights[i]) = Point(block * Block + i, count);
            result[block] = (Vector256.Create<double>(points), Vector256.Create<double>(weights));
        }
        return result;
    }

    /// <summary>A root of Legendre's polynomial by Newton's method, moved from -1 to 1 to between 0 and 1.</summary>
    static (double Point, double Weight) Point(int i, int count)
    {
        var x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
        var slope = 0.0;
        for (var step = 0; step < 8; step++)
        {
            var (before, value) = (1.0, x);
            for (var degree = 2; degree <= count; degree++)
                (before, value) = (value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree);
            slope = count * (x * value - before) / (x * x - 1);
            x -= value / slope;
        }
        return ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope));
    }
}
