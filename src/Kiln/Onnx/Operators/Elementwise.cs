namespace Kiln.Onnx.Operators;

/// <summary>
/// <c>Add</c>, <c>Sub</c>, <c>Mul</c>, <c>Div</c>, <c>Sum</c>, <c>Max</c>, <c>Min</c>: element by element over the inputs from left to
/// right, where an input of a single element counts for all.
/// </summary>
sealed class Elementwise<TFunction> : Operator where TFunction : IElementFunction
{
    readonly Slot[] _inputs;
    readonly Slot _result;

    public Elementwise(OnnxNode node, GraphBinding binding)
    {
        if (node.Inputs.Count == 0)
            throw node.Invalid("has no input");
        var first = binding.Input(node, 0);
        if (first.Kind == SlotKind.Text)
            throw node.Invalid("has Text as input");
        _inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i, first.Kind))];
        var length = _inputs.Max(input => input.Length);
        if (_inputs.Any(input => input.Length != length && input.Length != 1))
            throw node.Invalid("has inputs of different lengths");
        if (_inputs.Any(input => input.Inner != 1))
            throw node.Invalid("has an input of three axes");
        _result = binding.Output(node, 0, first.Kind, length);
    }

    public override void Run(Row row)
    {
        if (_result.Kind == SlotKind.Integer)
        {
            RunIntegers(row);
            return;
        }
        var folded = row.Numbers(_result);
        var first = row.Numbers(_inputs[0]);
        for (var i = 0; i < folded.Length; i++)
            folded[i] = first[first.Length == 1 ? 0 : i];
        foreach (var input in _inputs.AsSpan(1))
        {
            var values = row.Numbers(input);
            for (var i = 0; i < folded.Length; i++)
                folded[i] = TFunction.Apply(folded[i], values[values.Length == 1 ? 0 : i]);
        }
    }

    void RunIntegers(Row row)
    {
        var folded = row.Integers(_result);
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = row.Integers(_inputs[0])[_inputs[0].Length == 1 ? 0 : i];
            foreach (var input in _inputs.AsSpan(1))
                folded[i] = TFunction.Apply(folded[i], row.Integers(input)[input.Length == 1 ? 0 : i]);
        }
    }
}
