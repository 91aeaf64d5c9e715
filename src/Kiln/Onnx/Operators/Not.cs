namespace Kiln.Onnx.Operators;

/// <summary><c>Not</c> of truth values.</summary>
sealed class Not : Operator
{
    readonly Slot _input;
    readonly Slot _result;

    public Not(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Integer);
        _result = binding.Output(node, 0, SlotKind.Integer, _input.Length, _input.Inner);
    }

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, Shape.Any);

    public override void Run(Row row)
    {
        var from = row.Integers(_input);
        var to = row.Integers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] == 0 ? 1 : 0;
    }
}
