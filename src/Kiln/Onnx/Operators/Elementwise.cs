namespace Kiln.Onnx.Operators;

/// <summary>
/// <c>Add</c>, <c>Sub</c>, <c>Mul</c>, <c>Div</c>, <c>Sum</c>, <c>Max</c>, <c>Min</c>: element by element over the inputs from left to
/// right, where an input of a single element counts for all.
/// </summary>
sealed class Elementwise : Operator
{
    readonly Slot[] _inputs;
    readonly Slot _result;
    readonly Func<float, float, float> _function;

    public Elementwise(OnnxNode node, GraphBinding binding, Func<float, float, float> function)
    {
        if (node.Inputs.Count == 0)
            throw node.Invalid("has no input");
        _inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i, SlotKind.Number))];
        var length = _inputs.Max(input => input.Length);
        if (_inputs.Any(input => input.Length != length && input.Length != 1))
            throw node.Invalid("has inputs of different lengths");
        if (_inputs.Any(input => input.Inner != 1))
            throw node.Invalid("has an input of three axes");
        _function = function;
        _result = binding.Output(node, 0, SlotKind.Number, length);
    }

    public override void Run(Row row)
    {
        var folded = row.Numbers(_result);
        for (var i = 0; i < folded.Length; i++)
        {
            var value = At(row, _inputs[0], i);
            for (var input = 1; input < _inputs.Length; input++)
                value = _function(value, At(row, _inputs[input], i));
            folded[i] = value;
        }
    }

    static float At(Row row, Slot input, int index) => row.Numbers(input)[input.Length == 1 ? 0 : index];
}
