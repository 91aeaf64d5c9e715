namespace Kiln.Onnx.Operators;

/// <summary>
/// <c>Add</c>, <c>Sub</c>, <c>Mul</c>, <c>Div</c>, <c>Sum</c>, <c>Max</c>, <c>Min</c>: element by element over the inputs from left to
/// right, where an input of a single element counts for all.
/// </summary>
sealed class Elementwise : Operator
{
    readonly Slot[] inputs;
    readonly Slot result;
    readonly Func<float, float, float> function;

    public Elementwise(OnnxNode node, GraphBinding binding, Func<float, float, float> function)
    {
        if (node.Inputs.Count == 0)
            throw node.Invalid("has no input");
        inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i, SlotKind.Number))];
        var length = inputs.Max(input => input.Length);
        if (inputs.Any(input => input.Length != length && input.Length != 1))
            throw node.Invalid("has inputs of different lengths");
        if (inputs.Any(input => input.Inner != 1))
            throw node.Invalid("has an input of three axes");
        this.function = function;
        result = binding.Output(node, 0, SlotKind.Number, length);
    }

    public override void Run(Row row)
    {
        var folded = row.Numbers(result);
        for (var i = 0; i < folded.Length; i++)
        {
            var value = At(row, inputs[0], i);
            for (var input = 1; input < inputs.Length; input++)
                value = function(value, At(row, inputs[input], i));
            folded[i] = value;
        }
    }

    static float At(Row row, Slot input, int index) => row.Numbers(input)[input.Length == 1 ? 0 : index];
}
