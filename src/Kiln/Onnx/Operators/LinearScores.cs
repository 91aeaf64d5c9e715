namespace Kiln.Onnx.Operators;

/// <summary>The weighted sums that linear models are made of, one per class or target. Added up in double.</summary>
sealed class LinearScores
{
    readonly Slot input;
    readonly float[] coefficients;
    readonly float[] intercepts;

    public LinearScores(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        coefficients = node.Floats("coefficients");
        if (coefficients.Length == 0 || coefficients.Length % input.Length != 0)
            throw node.Invalid($"has {coefficients.Length} coefficients for {input.Length} elements");
        Count = coefficients.Length / input.Length;
        intercepts = node.Has("intercepts") ? node.Floats("intercepts") : new float[Count];
        if (intercepts.Length != Count)
            throw node.Invalid($"has {intercepts.Length} intercepts for {Count} scores");
    }

    public int Count { get; }

    public void Run(Row row, Span<float> scores)
    {
        var features = row.Numbers(input);
        for (var score = 0; score < Count; score++)
        {
            var weights = coefficients.AsSpan(score * features.Length, features.Length);
            double sum = intercepts[score];
            for (var i = 0; i < weights.Length; i++)
                sum += (double)weights[i] * features[i];
            scores[score] = (float)sum;
        }
    }

    public double Magnitude(Row row)
    {
        var features = row.Numbers(input);
        var largest = 0.0;
        for (var score = 0; score < Count; score++)
        {
            var sum = Math.Abs((double)intercepts[score]);
            for (var i = 0; i < features.Length; i++)
                sum += Math.Abs((double)coefficients[score * features.Length + i] * features[i]);
            largest = Math.Max(largest, sum);
        }
        return largest;
    }
}
