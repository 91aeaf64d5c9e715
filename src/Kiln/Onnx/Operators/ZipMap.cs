namespace Kiln.Onnx.Operators;

/// <summary><c>ZipMap</c>: a map from classes to numbers, which are the same numbers in the order of the classes.</summary>
static class ZipMap
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        var input = binding.Input(node, 0, SlotKind.Number);
        var classes = node.Ints("classlabels_int64s").Length + node.Texts("classlabels_strings").Length;
        if (classes != input.Length)
            throw node.Invalid($"has {classes} classes for {input.Length} elements");
        binding.Alias(node, input);
        return null;
    }
}
