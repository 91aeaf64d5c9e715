namespace Kiln.Onnx.Operators;

/// <summary><c>Sigmoid</c> of every element.</summary>
sealed class Sigmoid : Operator
{
    readonly Slot input;
    readonly Slot result;

    public Sigmoid(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        result = binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = (float)(1 / (1 + Math.Exp(-from[i])));
    }
}
