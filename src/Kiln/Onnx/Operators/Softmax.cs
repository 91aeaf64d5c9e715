namespace Kiln.Onnx.Operators;

/// <summary><c>Softmax</c> over a row.</summary>
sealed class Softmax : Operator
{
    readonly Slot _input;
    readonly Slot _result;

    public Softmax(OnnxNode node, GraphBinding binding)
    {
        if (node.Int("axis", 1) is not (1 or -1))
            throw node.Invalid("does not run along the row (axis 1)");
        _input = binding.Input(node, 0, SlotKind.Number);
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Run(Row row) => Apply(row.Numbers(_input), row.Numbers(_result));

    /// <summary>Less the largest score first, so that no score is too large for <c>Exp</c>.</summary>
    public static void Apply(ReadOnlySpan<float> scores, Span<float> probabilities)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores)
            largest = MathF.Max(largest, score);
        var sum = 0.0;
        foreach (var score in scores)
            sum += Math.Exp((double)score - largest);
        for (var i = 0; i < scores.Length; i++)
            probabilities[i] = (float)(Math.Exp((double)scores[i] - largest) / sum);
    }
}
