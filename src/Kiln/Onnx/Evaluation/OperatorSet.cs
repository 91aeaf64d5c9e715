using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Evaluation;

/// <summary>The operators this version knows: opset 12, ai.onnx.ml 2, and one of ONNX Runtime's own.</summary>
static class OperatorSet
{
    public static long NewestVersion(string domain) => domain switch
    {
        "" or "ai.onnx" => 12,
        "ai.onnx.ml" => 2,
        "com.microsoft" => 1,
        _ => 0,
    };

    public static bool Knows(string domain, string operatorType) => Find(domain, operatorType) is not null;

    /// <summary>Binds the node, or gives null where its output is only another name of its input.</summary>
    public static Operator? Bind(OnnxNode node, GraphBinding binding) => Find(node.Domain, node.Operator) is { } bind
        ? bind(node, binding)
        : throw node.Invalid($"of the domain '{node.Domain}' is not known to this version of Kiln");

    // A switch rather than a table: a table of so many functions is most of what starts before the first prediction.
    static Func<OnnxNode, GraphBinding, Operator?>? Find(string domain, string operatorType) => (domain, operatorType) switch
    {
        ("", "Add") => (node, binding) => new Elementwise<Add>(node, binding),
        ("", "Sub") => (node, binding) => new Elementwise<Subtract>(node, binding),
        ("", "Mul") => (node, binding) => new Elementwise<Multiply>(node, binding),
        ("", "Div") => (node, binding) => new Elementwise<Divide>(node, binding),
        ("", "Sum") => (node, binding) => new Elementwise<Add>(node, binding),
        ("", "Max") => (node, binding) => new Elementwise<Largest>(node, binding),
        ("", "Min") => (node, binding) => new Elementwise<Smallest>(node, binding),
        ("", "Exp") => (node, binding) => new Exp(node, binding),
        ("", "Sigmoid") => (node, binding) => new Sigmoid(node, binding),
        ("", "Cast") => (node, binding) => Cast.Bind(node, binding),
        ("", "Clip") => (node, binding) => new Clip(node, binding),
        ("", "Concat") => (node, binding) => new Concat(node, binding),
        ("", "Gather") => (node, binding) => new Gather(node, binding),
        ("", "Gemm") => (node, binding) => new Gemm(node, binding),
        ("", "Identity") => (node, binding) => Identity.Bind(node, binding),
        ("", "IsNaN") => (node, binding) => new IsNaN(node, binding),
        ("", "Not") => (node, binding) => new Not(node, binding),
        ("", "ReduceSum") => (node, binding) => new ReduceSum<ItsValue>(node, binding),
        ("", "ReduceSumSquare") => (node, binding) => new ReduceSum<ItsSquare>(node, binding),
        ("", "Softmax") => (node, binding) => new Softmax(node, binding),
        ("", "Squeeze") => (node, binding) => Squeeze.Bind(node, binding),
        ("", "TfIdfVectorizer") => (node, binding) => new TfIdfVectorizer(node, binding),
        ("ai.onnx.ml", "FeatureVectorizer") => (node, binding) => new FeatureVectorizer(node, binding),
        ("ai.onnx.ml", "Imputer") => (node, binding) => new Imputer(node, binding),
        ("ai.onnx.ml", "LabelEncoder") => (node, binding) => LabelEncoder.Bind(node, binding),
        ("ai.onnx.ml", "LinearClassifier") => (node, binding) => new LinearClassifier(node, binding),
        ("ai.onnx.ml", "LinearRegressor") => (node, binding) => new LinearRegressor(node, binding),
        ("ai.onnx.ml", "Normalizer") => (node, binding) => new Normalizer(node, binding),
        ("ai.onnx.ml", "OneHotEncoder") => (node, binding) => OneHotEncoder.Bind(node, binding),
        ("ai.onnx.ml", "Scaler") => (node, binding) => new Scaler(node, binding),
        ("ai.onnx.ml", "TreeEnsembleRegressor") => (node, binding) => new TreeEnsembleRegressor(node, binding),
        ("com.microsoft", "Tokenizer") => (node, binding) => Tokenizer.Bind(node, binding),
        _ => null,
    };
}
