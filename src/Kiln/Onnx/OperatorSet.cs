using Kiln.Onnx.Operators;

namespace Kiln.Onnx;

/// <summary>The operators this version knows: opset 12 and ai.onnx.ml 2.</summary>
static class OperatorSet
{
    public static long NewestVersion(string domain) => domain switch
    {
        "" or "ai.onnx" => 12,
        "ai.onnx.ml" => 2,
        _ => 0,
    };

    /// <summary>Binds the node, or gives null where its output is only another name of its input.</summary>
    public static Operator? Bind(OnnxNode node, GraphBinding binding) => (node.Domain, node.Operator) switch
    {
        ("", "Add") => new Elementwise(node, binding, (a, b) => a + b),
        ("", "Sub") => new Elementwise(node, binding, (a, b) => a - b),
        ("", "Mul") => new Elementwise(node, binding, (a, b) => a * b),
        ("", "Div") => new Elementwise(node, binding, (a, b) => a / b),
        ("", "Sum") => new Elementwise(node, binding, (a, b) => a + b),
        ("", "Max") => new Elementwise(node, binding, MathF.Max),
        ("", "Min") => new Elementwise(node, binding, MathF.Min),
        ("", "Exp") => new Exp(node, binding),
        ("", "Sigmoid") => new Sigmoid(node, binding),
        ("", "Cast") => Cast.Bind(node, binding),
        ("", "Clip") => new Clip(node, binding),
        ("", "Concat") => new Concat(node, binding),
        ("", "Gather") => new Gather(node, binding),
        ("", "Identity") => Identity.Bind(node, binding),
        ("", "Not") => new Not(node, binding),
        ("", "ReduceSum") => new ReduceSum(node, binding),
        ("", "Softmax") => new Softmax(node, binding),
        ("ai.onnx.ml", "FeatureVectorizer") => new FeatureVectorizer(node, binding),
        ("ai.onnx.ml", "Imputer") => new Imputer(node, binding),
        ("ai.onnx.ml", "LabelEncoder") => LabelEncoder.Bind(node, binding),
        ("ai.onnx.ml", "LinearClassifier") => new LinearClassifier(node, binding),
        ("ai.onnx.ml", "LinearRegressor") => new LinearRegressor(node, binding),
        ("ai.onnx.ml", "OneHotEncoder") => OneHotEncoder.Bind(node, binding),
        ("ai.onnx.ml", "Scaler") => new Scaler(node, binding),
        ("ai.onnx.ml", "TreeEnsembleRegressor") => new TreeEnsembleRegressor(node, binding),
        _ => throw node.Invalid($"of the domain '{node.Domain}' is not known to this version of Kiln"),
    };
}
