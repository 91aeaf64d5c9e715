using Kiln.Onnx.Texts;

namespace Kiln.Onnx.Operators;

/// <summary><c>Tokenizer</c> of ONNX Runtime's own operators: a text cut into words or characters. Which ones is read when they are needed.</summary>
static class Tokenizer
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        var (expression, separators) = (node.Text("tokenexp", ""), node.Texts("separators"));
        var isWords = expression == TokenReader.Words && separators.Length == 0;
        if (!isWords && (expression.Length > 0 || separators is not [""]) || node.Int("mark", 0) != 0 || node.Int("mincharnum", 1) != 1)
            throw node.Invalid("cuts texts in a way that this version of Kiln does not know");
        var text = binding.Input(node, 0, SlotKind.Text);
        if (text.Length != 1)
            throw node.Invalid($"cuts {text.Length} texts at once");
        binding.AddTokens(node, new(text, isWords, null));
        return null;
    }
}
