namespace Kiln.Onnx.Operators;

/// <summary><c>Constant</c> of a tensor.</summary>
static class Constant
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        if (node.Outputs is not [var name] || !node.Attributes.TryGetValue("value", out var value) || value.Tensor is not { } tensor)
            throw node.Invalid("is no tensor");
        binding.AddConstant(tensor, name);
        return null;
    }
}
