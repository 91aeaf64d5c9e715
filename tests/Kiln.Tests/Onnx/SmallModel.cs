using Kiln.Onnx;
using Kiln.Host.Export.Graphs;

namespace Kiln.Tests.Onnx;

/// <summary>A binary model like the exporter's: two numbers and a text, two small trees, a calibrated probability.</summary>
static class SmallModel
{
    public static byte[] Bytes { get; } = GraphWriter.Write(Graph());

    /// <summary>Worked out by hand: the first tree asks for the age (NaN counts as young), the second for the contract.</summary>
    public static float Score(float age, string contract) =>
        (age <= 30 || float.IsNaN(age) ? -1.5f : 0.25f) + (contract == "ünï" ? 2 : -0.5f);

    public static float Probability(float score) => (float)(1 / (1 + Math.Exp(-(double)(score * 0.5f))));

    public static Graph Graph()
    {
        var graph = new Graph();
        graph.Inputs.Add(new("Age", TensorElementType.Float, 1));
        graph.Inputs.Add(new("Monthly charges", TensorElementType.Float, 1));
        graph.Inputs.Add(new("Contract", TensorElementType.String, 1));
        graph.Outputs.Add(new("Score", TensorElementType.Float, 1));
        graph.Outputs.Add(new("Probability", TensorElementType.Float, 1));
        graph.Initializers.Add(new("slope", TensorElementType.Float, [], new[] { 0.5f }));
        graph.Nodes.Add(Ml("OneHotEncoder", ["Contract"], ["encoded"], ("cats_strings", new[] { "monthly", "ünï" }), ("zeros", 1L)));
        graph.Nodes.Add(Ml(
            "FeatureVectorizer", ["Age", "Monthly charges", "encoded"], ["features"], ("inputdimensions", new long[] { 1, 1, 2 })));
        graph.Nodes.Add(Trees());
        graph.Nodes.Add(new("Mul", "", "Mul", ["Score", "slope"], ["scaled"]));
        graph.Nodes.Add(new("Sigmoid", "", "Sigmoid", ["scaled"], ["Probability"]));
        return graph;
    }

    public static GraphNode Ml(string operatorType, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var node = new GraphNode(operatorType, GraphNode.MachineLearning, operatorType, inputs, outputs);
        foreach (var (name, value) in attributes)
            node.Attributes[name] = value;
        return node;
    }

    static GraphNode Trees() => Ml(
        "TreeEnsembleRegressor", ["features"], ["Score"],
        ("n_targets", 1L),
        ("nodes_treeids", new long[] { 0, 0, 0, 1, 1, 1 }),
        ("nodes_nodeids", new long[] { 0, 1, 2, 0, 1, 2 }),
        ("nodes_modes", new[] { "BRANCH_LEQ", "LEAF", "LEAF", "BRANCH_GT", "LEAF", "LEAF" }),
        ("nodes_featureids", new long[] { 0, 0, 0, 3, 0, 0 }),
        ("nodes_values", new[] { 30f, 0, 0, 0.5f, 0, 0 }),
        ("nodes_missing_value_tracks_true", new long[] { 1, 0, 0, 0, 0, 0 }),
        ("nodes_hitrates", new[] { 10f, 4, 6, 10, 7, 3 }),
        ("nodes_truenodeids", new long[] { 1, 0, 0, 1, 0, 0 }),
        ("nodes_falsenodeids", new long[] { 2, 0, 0, 2, 0, 0 }),
        ("target_treeids", new long[] { 0, 0, 1, 1 }),
        ("target_nodeids", new long[] { 1, 2, 1, 2 }),
        ("target_ids", new long[4]),
        ("target_weights", new[] { -1.5f, 0.25f, 2, -0.5f }));
}
