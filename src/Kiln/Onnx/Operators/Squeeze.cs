namespace Kiln.Onnx.Operators;

/// <summary><c>Squeeze</c> of the one text that tokens are of; nothing else has an axis to lose.</summary>
static class Squeeze
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        if (node.Ints("axes") is not [1])
            throw node.Invalid("does not take out axis 1");
        binding.AddTokens(node, binding.Tokens(node, 0));
        return null;
    }
}
