namespace Kiln.Onnx.Operators;

/// <summary><c>Exp</c>, <c>Sigmoid</c>: one function of every element.</summary>
sealed class Function(OnnxNode node, GraphBinding binding, Func<float, float> function) : Operator
{
    readonly Slot input = binding.Input(node, 0, SlotKind.Number);
    readonly Slot result = Same(node, binding);

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = function(from[i]);
    }

    static Slot Same(OnnxNode node, GraphBinding binding)
    {
        var input = binding.Input(node, 0, SlotKind.Number);
        return binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
    }
}
