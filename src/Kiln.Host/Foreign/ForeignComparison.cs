using Kiln.CompilerServices;
using Kiln.Onnx;

namespace Kiln.Host.Foreign;

/// <summary>Holds a row's answers against ONNX Runtime's, which adds in 32 bits.</summary>
static class ForeignComparison
{
    /// <summary>What sums of a thousand terms in 32 bits are off by, relative to their absolute terms.</summary>
    const double Relative = 2e-5;

    /// <returns>What differs; null for nothing, which says something only where rounding does not decide.</returns>
    public static (bool IsDecided, string? Difference) Compare(ForeignFile file, IReadOnlyList<Array> expected, ForeignRow row)
    {
        var runner = file.Runner;
        var numbers = new float[runner.Outputs(SlotKind.Number)];
        var integers = new long[runner.Outputs(SlotKind.Integer)];
        var texts = new string[runner.Outputs(SlotKind.Text)];
        var magnitude = runner.Run(
            new GraphInputs { Numbers = row.Numbers, Integers = row.Integers, Texts = row.Texts },
            new GraphOutputs { Numbers = numbers, Integers = integers, Texts = texts },
            measure: true);
        if (double.IsInfinity(magnitude))
            return (false, null);

        // Where a sum is not a number, the answer is none either, or a fixed one.
        var allowed = Relative * (magnitude > 1 ? magnitude : 1);
        var (number, integer, text) = (0, 0, 0);
        var isUndecided = expected.OfType<float[]>().Any(values => IsClose(values, 2 * allowed));
        foreach (var (output, values) in file.Signature.Outputs.Zip(expected))
        {
            if (values.Length != output.Count)
                return (true, $"'{output.Name}' has {values.Length} elements in ONNX Runtime and {output.Count} in the predictor");
            for (var i = 0; i < output.Count; i++)
            {
                var (isEqual, actual) = values switch
                {
                    float[] floats => (Holds(floats[i], numbers[number], allowed), (object)numbers[number++]),
                    long[] longs => (longs[i] == integers[integer] || isUndecided, integers[integer++]),
                    _ => (((string[])values)[i] == texts[text] || isUndecided, texts[text++]),
                };
                if (!isEqual)
                    return (true, FormattableString.Invariant($"'{output.Name}' is {values.GetValue(i)} in ONNX Runtime and {actual} in the predictor"));
            }
        }
        return (true, null);
    }

    static bool Holds(float expected, float actual, double allowed) =>
        expected.Equals(actual) || Math.Abs((double)expected - actual) <= Math.Max(allowed, Relative * Math.Abs((double)expected));

    /// <summary>Whether rounding may decide which is the largest, or on which side of 0 or of a half a single one is.</summary>
    static bool IsClose(float[] values, double allowed)
    {
        if (values.Length == 1)
            return Math.Abs(values[0]) <= allowed || Math.Abs(values[0] - 0.5) <= allowed;
        var descending = values.OrderDescending().ToArray();
        return !(descending[0] - descending[1] > allowed);
    }
}
