namespace Kiln.Onnx.Operators;

/// <summary><c>Reshape</c>, <c>Flatten</c>, <c>Unsqueeze</c>: other axes over the same elements of a row, so another name for them.</summary>
static class Reshape
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        var input = binding.Input(node, 0);
        var shape = binding.Constant(node, 1).Ints;
        var elements = shape.Skip(1).ToArray();
        var isRow = shape.Length switch
        {
            0 => false,
            1 => shape[0] == -1 && input.Length == 1,
            2 => elements[0] == input.Length || (elements[0] == -1 && shape[0] is 0 or 1) || (elements[0] == 1 && input.Length == 1) || elements[0] == -1,
            3 => elements[0] * elements[1] == input.Length && elements[0] > 0,
            _ => false,
        };
        if (!isRow)
            throw node.Invalid($"makes the shape [{string.Join(", ", shape)}] of a row's {input.Length} elements, which this version of Kiln does not know");
        binding.Alias(node, input with { Inner = shape.Length == 3 ? (int)elements[1] : 1 });
        return null;
    }

    public static Operator? BindFlatten(OnnxNode node, GraphBinding binding)
    {
        if (node.Int("axis", 1) != 1)
            throw node.Invalid("does not keep rows apart (axis 1)");
        binding.Alias(node, binding.Input(node, 0) with { Inner = 1 });
        return null;
    }

    public static Operator? BindUnsqueeze(OnnxNode node, GraphBinding binding)
    {
        var input = binding.Input(node, 0);
        var axes = node.Has("axes") ? node.Ints("axes") : binding.Constant(node, 1).Ints;
        if (axes is not ([1] or [2] or [-1]) || input.Inner != 1)
            throw node.Invalid("does not add an axis to a row");
        binding.Alias(node, input with { Inner = axes[0] == 1 ? input.Length : 1 });
        return null;
    }
}
