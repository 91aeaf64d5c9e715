using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Evaluation;

/// <summary>The operators this version knows, up to opset 22 and ai.onnx.ml 4, and one of ONNX Runtime's own.</summary>
static class OperatorSet
{
    public static long NewestVersion(string domain) => domain switch
    {
        "" or "ai.onnx" => 22,
        "ai.onnx.ml" => 4,
        "com.microsoft" => 1,
        _ => 0,
    };

    public static bool Knows(string domain, string operatorType) => Find(domain, operatorType) is not null;

    /// <summary>Binds the node, or gives null where its output is only another name of its input.</summary>
    public static Operator? Bind(OnnxNode node, GraphBinding binding) => Find(node.Domain, node.Operator) is { } bind
        ? Widened.IsNeeded(node, binding) ? new Widened(node, binding, bind) : bind(node, binding)
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
        ("", "Pow") => (node, binding) => new Elementwise<Power>(node, binding),
        ("", "And") => (node, binding) => new Elementwise<Both>(node, binding),
        ("", "Or") => (node, binding) => new Elementwise<Either>(node, binding),
        ("", "Abs") => (node, binding) => new Unary(node, binding, MathF.Abs),
        ("", "Ceil") => (node, binding) => new Unary(node, binding, MathF.Ceiling),
        ("", "Floor") => (node, binding) => new Unary(node, binding, MathF.Floor),
        ("", "Log") => (node, binding) => new Unary(node, binding, MathF.Log),
        ("", "Neg") => (node, binding) => new Unary(node, binding, static value => -value),
        ("", "Reciprocal") => (node, binding) => new Unary(node, binding, static value => 1 / value),
        ("", "Relu") => (node, binding) => new Unary(node, binding, static value => value < 0 ? 0 : value),
        ("", "Sqrt") => (node, binding) => new Unary(node, binding, MathF.Sqrt),
        ("", "Tanh") => (node, binding) => new Unary(node, binding, MathF.Tanh),
        ("", "Equal") => (node, binding) => new Comparison(node, binding, static order => order == 0),
        ("", "Greater") => (node, binding) => new Comparison(node, binding, static order => order > 0),
        ("", "GreaterOrEqual") => (node, binding) => new Comparison(node, binding, static order => order >= 0),
        ("", "Less") => (node, binding) => new Comparison(node, binding, static order => order < 0),
        ("", "LessOrEqual") => (node, binding) => new Comparison(node, binding, static order => order <= 0),
        ("", "Where") => (node, binding) => new Where(node, binding),
        ("", "ArgMax") => (node, binding) => new ArgMax(node, binding, smallest: false),
        ("", "ArgMin") => (node, binding) => new ArgMax(node, binding, smallest: true),
        ("", "Flatten") => (node, binding) => Reshape.BindFlatten(node, binding),
        ("", "Reshape") => (node, binding) => Reshape.Bind(node, binding),
        ("", "Unsqueeze") => (node, binding) => Reshape.BindUnsqueeze(node, binding),
        ("", "MatMul") => (node, binding) => new Gemm(node, binding),
        ("", "Exp") => (node, binding) => new Exp(node, binding),
        ("", "Sigmoid") => (node, binding) => new Sigmoid(node, binding),
        ("", "Cast") => (node, binding) => Cast.Bind(node, binding),
        ("", "Constant") => (node, binding) => Constant.Bind(node, binding),
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
        ("ai.onnx.ml", "ArrayFeatureExtractor") => (node, binding) => new ArrayFeatureExtractor(node, binding),
        ("ai.onnx.ml", "Binarizer") => (node, binding) => new Binarizer(node, binding),
        ("ai.onnx.ml", "SVMClassifier") => (node, binding) => new SvmClassifier(node, binding),
        ("ai.onnx.ml", "SVMRegressor") => (node, binding) => new SvmRegressor(node, binding),
        ("ai.onnx.ml", "TreeEnsembleClassifier") => (node, binding) => new TreeEnsembleClassifier(node, binding),
        ("ai.onnx.ml", "ZipMap") => (node, binding) => ZipMap.Bind(node, binding),
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
