namespace Kiln.Onnx.Operators;

/// <summary><c>Imputer</c>: puts a value in the place of a missing one, which is NaN or another number.</summary>
sealed class Imputer : Operator
{
    readonly Slot input;
    readonly Slot result;
    readonly float missing;
    readonly float[] values;

    public Imputer(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        missing = node.Float("replaced_value_float", 0);
        values = node.Floats("imputed_value_floats");
        if (values.Length != 1 && values.Length != input.Length)
            throw node.Invalid($"has {values.Length} values for {input.Length} elements");
        result = binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i].Equals(missing) ? values[values.Length == 1 ? 0 : i] : from[i];
    }
}
