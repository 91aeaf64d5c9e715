namespace Kiln.Onnx.Operators;

/// <summary><c>Concat</c> of numbers along a row.</summary>
sealed class Concat : Operator
{
    readonly Slot[] inputs;
    readonly Slot result;

    public Concat(OnnxNode node, GraphBinding binding)
    {
        if (node.Int("axis", 0) != 1)
            throw node.Invalid("does not join along the row (axis 1)");
        inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i, SlotKind.Number))];
        if (inputs.Any(input => input.Inner != inputs[0].Inner))
            throw node.Invalid("has inputs of different shapes");
        result = binding.Output(node, 0, SlotKind.Number, inputs.Sum(input => input.Length), inputs.Length == 0 ? 1 : inputs[0].Inner);
    }

    public override void Run(Row row)
    {
        var to = row.Numbers(result);
        foreach (var input in inputs)
        {
            row.Numbers(input).CopyTo(to);
            to = to[input.Length..];
        }
    }
}
