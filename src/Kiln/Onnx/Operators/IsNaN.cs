namespace Kiln.Onnx.Operators;

/// <summary><c>IsNaN</c> of every element.</summary>
sealed class IsNaN : Operator
{
    readonly Slot _input;
    readonly Slot _result;

    public IsNaN(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _result = binding.Output(node, 0, SlotKind.Integer, _input.Length, _input.Inner);
    }

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, Shape.Constant);

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Integers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = float.IsNaN(from[i]) ? 1 : 0;
    }
}
