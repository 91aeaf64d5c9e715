namespace Kiln.Onnx.Operators;

/// <summary>A function of every single element: <c>Sqrt</c>, <c>Log</c>, <c>Tanh</c> and so on.</summary>
sealed class Unary : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly Func<float, float> _function;

    public Unary(OnnxNode node, GraphBinding binding, Func<float, float> function)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _function = function;
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, Shape.Any);

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = _function(from[i]);
    }
}
