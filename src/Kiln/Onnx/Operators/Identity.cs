namespace Kiln.Onnx.Operators;

/// <summary><c>Identity</c> is another name for its input.</summary>
static class Identity
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        binding.Alias(node, binding.Input(node, 0));
        return null;
    }
}
