namespace Kiln.Onnx.Operators;

/// <summary><c>IsNaN</c> of every element.</summary>
sealed class IsNaN : Operator
{
    readonly Slot input;
    readonly Slot result;

    public IsNaN(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        result = binding.Output(node, 0, SlotKind.Integer, input.Length, input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Integers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = float.IsNaN(from[i]) ? 1 : 0;
    }
}
