namespace Kiln.Onnx.Operators;

/// <summary><c>Not</c> of truth values.</summary>
sealed class Not : Operator
{
    readonly Slot input;
    readonly Slot result;

    public Not(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Integer);
        result = binding.Output(node, 0, SlotKind.Integer, input.Length, input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Integers(input);
        var to = row.Integers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] == 0 ? 1 : 0;
    }
}
