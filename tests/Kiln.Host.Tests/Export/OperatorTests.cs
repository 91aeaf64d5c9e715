using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Parity;
using TensorElementType = Kiln.Onnx.TensorElementType;

namespace Kiln.Host.Tests.Export;

/// <summary>Each operator of the predictor against ONNX Runtime's, on numbers and texts that tell rules apart.</summary>
public class OperatorTests
{
    static readonly float[] Numbers =
    [
        0, -0f, 1, -1, 0.5f, 2, 3.75f, -120, 88, 1e-30f, 1e9f,
        float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    // Sums of squares and products that neither overflow nor vanish in 32 bits, where ONNX Runtime adds.
    static readonly float[] Moderate = [0, 1, -1, 0.5f, 3.75f, -120, 1e6f, float.NaN];
    static readonly string[] Texts = ["a", "b", "", "B", "ünï", "漢字", " a"];

    [Theory]
    [InlineData("Add")]
    [InlineData("Sub")]
    [InlineData("Mul")]
    [InlineData("Div")]
    [InlineData("Sum")]
    [InlineData("Max")]
    [InlineData("Min")]
    public void Arithmetic(string name)
    {
        Same(["x", "y"], Node(name, "", ["x", "y"]));
        Same(["x"], [Constant("c", [], 2f)], Node(name, "", ["x", "c"]));
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Sigmoid")]
    [InlineData("Identity")]
    public void Functions(string name) => Same(["x"], Node(name, "", ["x"]));

    [Fact]
    public void Clip() => Same(
        ["x"],
        [Constant("low", [], -1f), Constant("high", [], 2f)],
        Node("Clip", "", ["x", "low", "high"]));

    [Fact]
    public void IsNaN_Not_and_Cast() => Same(
        ["x"],
        new GraphNode("IsNaN", "", "1", ["x"], ["a"]),
        new GraphNode("Not", "", "2", ["a"], ["b"]),
        Node("Cast", "", ["b"], ("to", 1L)));

    [Fact]
    public void Softmax() => Same(["x", "y"], Node("Concat", "", ["x", "y"], "c", ("axis", 1L)), Node("Softmax", "", ["c"], ("axis", 1L)));

    [Theory]
    [InlineData("ReduceSum")]
    [InlineData("ReduceSumSquare")]
    public void ReducedSums(string type) => Same(
        ["x", "y"],
        Node("Concat", "", ["x", "y"], "c", ("axis", 1L)),
        Node(type, "", ["c"], ("axes", new[] { 1L }), ("keepdims", 1L)));

    [Fact]
    public void Gather() => Same(
        ["x", "y"],
        [new GraphTensor("places", TensorElementType.Int64, [3], new[] { 1L, 0L, -1L })],
        Node("Concat", "", ["x", "y"], "c", ("axis", 1L)),
        Node("Gather", "", ["c", "places"], ("axis", 1L)));

    [Fact]
    public void Gemm() => Same(
        ["u", "v"],
        [Constant("matrix", [3, 2], 1f, 2, 3, 4, 5, 6), Constant("added", [3], -1f, 0, 1)],
        Node("Concat", "", ["u", "v"], "c", ("axis", 1L)),
        Node("Gemm", "", ["c", "matrix", "added"], ("alpha", -2f), ("beta", 0.5f), ("transB", 1L)));

    [Theory]
    [InlineData("L1")]
    [InlineData("L2")]
    public void Normalizer(string norm) => Same(
        ["u", "v"], Node("Concat", "", ["u", "v"], "c", ("axis", 1L)), Node("Normalizer", Ml, ["c"], ("norm", norm)));

    [Fact]
    public void Imputer() => Same(
        ["x"], Node("Imputer", Ml, ["x"], ("replaced_value_float", float.NaN), ("imputed_value_floats", new[] { 7f })));

    [Fact]
    public void Scaler() => Same(
        ["x", "y"],
        Node("FeatureVectorizer", Ml, ["x", "y"], "c", ("inputdimensions", new[] { 1L, 1L })),
        Node("Scaler", Ml, ["c"], ("offset", new[] { 1f, 0.5f }), ("scale", new[] { 3f, -1e-3f })));

    [Fact]
    public void LinearRegressor() => Same(
        ["x", "y"],
        Node("FeatureVectorizer", Ml, ["x", "y"], "c", ("inputdimensions", new[] { 1L, 1L })),
        Node("LinearRegressor", Ml, ["c"], ("coefficients", new[] { 0.25f, -3f }), ("intercepts", new[] { 1f }), ("targets", 1L)));

    [Theory]
    [InlineData("NONE")]
    [InlineData("SOFTMAX")]
    public void LinearClassifier(string transform) => Same(
        ["x", "y"],
        Node("FeatureVectorizer", Ml, ["x", "y"], "c", ("inputdimensions", new[] { 1L, 1L })),
        With(
            new("LinearClassifier", Ml, "LinearClassifier", ["c"], ["label", "result"]),
            ("coefficients", new[] { 0.25f, -3f, 1, 1, 0, 0.5f }), ("intercepts", new[] { 1f, 0, -1 }),
            ("post_transform", transform), ("classlabels_ints", new[] { 1L, 2L, 3L })));

    [Theory]
    [InlineData("BRANCH_LEQ", 0)]
    [InlineData("BRANCH_LT", 0)]
    [InlineData("BRANCH_GTE", 0)]
    [InlineData("BRANCH_GT", 0)]
    [InlineData("BRANCH_EQ", 0)]
    [InlineData("BRANCH_NEQ", 0)]
    [InlineData("BRANCH_LEQ", 1)]
    [InlineData("BRANCH_GT", 1)]
    public void TreeEnsembleRegressor(string mode, long missingIsTrue) => Same(
        ["x"],
        Node(
            "TreeEnsembleRegressor", Ml, ["x"],
            ("n_targets", 1L),
            ("nodes_treeids", new long[5]),
            ("nodes_nodeids", new long[] { 0, 1, 2, 3, 4 }),
            ("nodes_modes", new[] { mode, mode, "LEAF", "LEAF", "LEAF" }),
            ("nodes_featureids", new long[5]),
            ("nodes_values", new[] { 1f, -1, 0, 0, 0 }),
            ("nodes_missing_value_tracks_true", new[] { missingIsTrue, 0, 0, 0, 0 }),
            ("nodes_truenodeids", new long[] { 1, 2, 0, 0, 0 }),
            ("nodes_falsenodeids", new long[] { 4, 3, 0, 0, 0 }),
            ("target_treeids", new long[3]),
            ("target_nodeids", new long[] { 2, 3, 4 }),
            ("target_ids", new long[3]),
            ("target_weights", new[] { 0.1f, 0.2f, 0.4f })));

    [Fact]
    public void OneHotEncoder_of_text() => Same(
        ["t"],
        Node("OneHotEncoder", Ml, ["t"], "c", ("cats_strings", new[] { "b", "ünï", "漢字" }), ("zeros", 1L)),
        Node("FeatureVectorizer", Ml, ["c"], ("inputdimensions", new[] { 3L })));

    [Fact]
    public void LabelEncoder_Cast_and_OneHotEncoder_of_integers() => Same(
        ["t"],
        Node(
            "LabelEncoder", Ml, ["t"], "a",
            ("keys_strings", new[] { "b", "ünï" }), ("values_int64s", new[] { 1L, 2L }), ("default_int64", -1L)),
        Node("Cast", "", ["a"], "b", ("to", 12L)),
        Node("Cast", "", ["b"], "d", ("to", 7L)),
        Node("OneHotEncoder", Ml, ["d"], "c", ("cats_int64s", new[] { 1L, 2L, 4294967295L }), ("zeros", 1L)),
        Node("FeatureVectorizer", Ml, ["c"], ("inputdimensions", new[] { 3L })));

    [Fact]
    public void LabelEncoder_of_text_to_numbers() => Same(
        ["t"],
        Node(
            "LabelEncoder", Ml, ["t"],
            ("keys_strings", new[] { "b", "ünï" }), ("values_floats", new[] { 1.5f, -2 }), ("default_float", 9f)));

    const string Ml = GraphNode.MachineLearning;

    static GraphTensor Constant(string name, long[] dims, params float[] values) => new(name, TensorElementType.Float, dims, values);

    static GraphNode Node(string name, string domain, string[] inputs, params (string, object)[] attributes) =>
        Node(name, domain, inputs, "result", attributes);

    static GraphNode Node(string name, string domain, string[] inputs, string output, params (string, object)[] attributes) =>
        With(new(name, domain, name + output, inputs, [output]), attributes);

    static GraphNode With(GraphNode node, params (string Name, object Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            node.Attributes[name] = value;
        return node;
    }

    static void Same(string[] inputs, params GraphNode[] nodes) => Same(inputs, [], nodes);

    static void Same(string[] inputs, IEnumerable<GraphTensor> constants, params GraphNode[] nodes)
    {
        var graph = new Graph();
        graph.Initializers.AddRange(constants);
        graph.Nodes.AddRange(nodes);
        graph.Outputs.Add(new("result", TensorElementType.Float, -1));
        foreach (var input in inputs)
            graph.Inputs.Add(new(input, input == "t" ? TensorElementType.String : TensorElementType.Float, 1));
        var onnx = GraphWriter.Write(graph);

        var sample = new RowSample(outputs: 0) { Count = ((System.Collections.ICollection)Values(inputs[0])).Count };
        foreach (var input in inputs)
            sample.Inputs.Add(input, Values(input));
        var (kiln, _, _) = new KilnScores(onnx).Run(sample);
        using var runtime = new OnnxRuntimeScores(onnx);
        var expected = runtime.Run(sample);

        Assert.Equal(expected[0].Length, kiln[0].Length);
        for (var i = 0; i < expected[0].Length; i++)
        {
            var (theirs, ours) = (expected[0][i], kiln[0][i]);
            var allowed = 2e-6 * Math.Max(1, Math.Abs(ours));
            Assert.True(Tolerance.Holds(theirs, ours, allowed), $"{i}: {theirs:R} in ONNX Runtime, {ours:R} in Kiln");
        }
    }

    /// <summary>All pairs of numbers, so that x and y, and u and v, meet in every combination.</summary>
    static object Values(string name) => name switch
    {
        "x" => Numbers.SelectMany(x => Numbers.Select(_ => x)).ToList(),
        "y" => Numbers.SelectMany(_ => Numbers).ToList(),
        "u" => Moderate.SelectMany(x => Moderate.Select(_ => x)).ToList(),
        "v" => Moderate.SelectMany(_ => Moderate).ToList(),
        _ => Texts.ToList(),
    };
}
