namespace Kiln.Onnx.Operators;

/// <summary>The weighted sums that linear models are made of, one per class or target. Added up in double.</summary>
sealed class LinearScores : IWeightedSums
{
    readonly Slot _input;
    readonly float[] _coefficients;
    readonly float[] _intercepts;

    public LinearScores(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _coefficients = node.Floats("coefficients");
        if (_coefficients.Length == 0 || _coefficients.Length % _input.Length != 0)
            throw node.Invalid($"has {_coefficients.Length} coefficients for {_input.Length} elements");
        Count = _coefficients.Length / _input.Length;
        _intercepts = node.Has("intercepts") ? node.Floats("intercepts") : new float[Count];
        if (_intercepts.Length != Count)
            throw node.Invalid($"has {_intercepts.Length} intercepts for {Count} scores");
    }

    public int Count { get; }

    /// <summary>The sums as they are written, which know their terms.</summary>
    public static LinearScores Written(IWeightedSums sums) =>
        sums as LinearScores ?? throw new InvalidOperationException("What a sum is made of is asked of the graph as it is written, not of the folded one.");

    public Slot Input => _input;

    public float Weight(int score, int element) => _coefficients[score * _input.Length + element];

    public float Intercept(int score) => _intercepts[score];

    public void Run(Row row, Span<float> scores)
    {
        var features = row.Numbers(_input);
        for (var score = 0; score < Count; score++)
        {
            var weights = _coefficients.AsSpan(score * features.Length, features.Length);
            double sum = _intercepts[score];
            foreach (var i in new NonZeros(features))
                sum += (double)weights[i] * features[i];
            scores[score] = (float)sum;
        }
    }

    /// <inheritdoc cref="Operator.Products"/>
    public int Products(Row row) => row.Numbers(_input).Length - row.Numbers(_input).Count(0);

    public double Magnitude(Row row)
    {
        var features = row.Numbers(_input);
        var largest = 0.0;
        for (var score = 0; score < Count; score++)
        {
            var sum = Math.Abs((double)_intercepts[score]);
            foreach (var i in new NonZeros(features))
                sum += Math.Abs((double)_coefficients[score * features.Length + i] * features[i]);
            largest = Math.Max(largest, sum);
        }
        return largest;
    }
}
