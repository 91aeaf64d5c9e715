namespace Kiln.Onnx.Operators;

/// <summary><c>Squeeze</c> of the one text that tokens are of, or of an axis that a row's elements can do without.</summary>
static class Squeeze
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        var axes = node.Has("axes") || node.Inputs.Count < 2 ? node.Ints("axes") : binding.Constant(node, 1).Ints;
        if (binding.FindTokens(node, 0) is null && binding.Input(node, 0) is var input)
        {
            if (axes.Contains(0) || (input.Length != 1 && axes.Length == 0))
                throw node.Invalid("takes out the axis of the rows");
            binding.Alias(node, input with { Inner = 1 });
            return null;
        }
        if (axes is not [1])
            throw node.Invalid("does not take out axis 1");
        binding.AddTokens(node, binding.Tokens(node, 0));
        return null;
    }
}
