namespace Kiln.Onnx.Operators;

/// <summary><c>Clip</c>: no element below the second input or above the third, where they are there. NaN stays.</summary>
sealed class Clip : Operator
{
    readonly Slot _input;
    readonly Slot? _lowest;
    readonly Slot? _highest;
    readonly Slot _result;

    public Clip(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _lowest = Bound(node, binding, 1);
        _highest = Bound(node, binding, 2);
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Run(Row row)
    {
        var low = _lowest is { } min ? row.Numbers(min)[0] : float.NegativeInfinity;
        var high = _highest is { } max ? row.Numbers(max)[0] : float.PositiveInfinity;
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = MathF.Min(MathF.Max(from[i], low), high);
    }

    static Slot? Bound(OnnxNode node, GraphBinding binding, int index)
    {
        if (index >= node.Inputs.Count || node.Inputs[index].Length == 0)
            return null;
        var bound = binding.Input(node, index, SlotKind.Number);
        return bound.Length == 1 ? bound : throw node.Invalid($"has a bound of {bound.Length} elements");
    }
}
