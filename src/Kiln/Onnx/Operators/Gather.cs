namespace Kiln.Onnx.Operators;

/// <summary><c>Gather</c> of numbers along a row, by constant positions.</summary>
sealed class Gather : Operator
{
    readonly Slot input;
    readonly int[] indices;
    readonly Slot result;

    public Gather(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        var constant = binding.Constant(node, 1);
        if (node.Int("axis", 0) != 1 || constant.Dims.Length != 1 || input.Inner != 1)
            throw node.Invalid("does not pick single elements of the row (axis 1)");
        if (constant.Ints.Any(index => index < -input.Length || index >= input.Length))
            throw node.Invalid($"picks beyond its input's {input.Length} elements");
        indices = [.. constant.Ints.Select(index => (int)(index < 0 ? index + input.Length : index))];
        result = binding.Output(node, 0, SlotKind.Number, indices.Length);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[indices[i]];
    }
}
