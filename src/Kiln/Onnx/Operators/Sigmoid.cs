namespace Kiln.Onnx.Operators;

/// <summary><c>Sigmoid</c> of every element.</summary>
sealed class Sigmoid : Operator
{
    readonly Slot _input;
    readonly Slot _result;

    public Sigmoid(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = (float)(1 / (1 + Math.Exp(-from[i])));
    }
}
