using Kiln.CompilerServices;
using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln.Tests.Onnx;

/// <summary>Files that nobody here wrote: whatever is in them, the reader refuses them with its one exception, or runs.</summary>
public class ForeignFileTests
{
    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var file = File;
        Run(file);
        for (var length = 0; length < file.Length; length++)
        {
            var error = Record.Exception(() => Run(file.AsSpan(0, length)));
            Assert.True(error is InvalidDataException, $"cut off at {length}: {error?.ToString() ?? "accepted"}");
        }
    }

    [Fact]
    public void A_file_with_a_wrong_byte_is_refused_or_runs()
    {
        foreach (var wrong in new byte[] { 0x00, 0x01, 0x03, 0x7F, 0x80, 0xFF })
            for (var position = 0; position < File.Length; position++)
            {
                var bytes = File.ToArray();
                bytes[position] = wrong;
                var error = Record.Exception(() => Run(bytes));
                Assert.True(error is null or InvalidDataException, $"{wrong:X2} at {position}: {error}");
            }
    }

    [Fact]
    public void Attributes_that_are_missing_or_have_another_length_are_refused_or_run()
    {
        for (var node = 0; node < Graph().Nodes.Count; node++)
            foreach (var name in Graph().Nodes[node].Attributes.Keys)
                foreach (var length in new[] { -1, 0, 1, 2, 100 })
                {
                    var graph = Graph();
                    if (length < 0)
                        graph.Nodes[node].Attributes.Remove(name);
                    else
                        graph.Nodes[node].Attributes[name] = Resized(graph.Nodes[node].Attributes[name], length);
                    var error = Record.Exception(() => Run(GraphWriter.Write(graph)));
                    Assert.True(error is null or InvalidDataException, $"{graph.Nodes[node].OperatorType}.{name} of {length}: {error}");
                }
    }

    static byte[] File { get; } = GraphWriter.Write(Graph());

    static object Resized(object value, int length) => value switch
    {
        long[] integers => Enumerable.Range(0, length).Select(i => i < integers.Length ? integers[i] : 0).ToArray(),
        float[] numbers => Enumerable.Range(0, length).Select(i => i < numbers.Length ? numbers[i] : 0).ToArray(),
        string[] texts => Enumerable.Range(0, length).Select(i => i < texts.Length ? texts[i] : "").ToArray(),
        long => (long)length,
        float => (float)length,
        _ => "SOMETHING",
    };

    static void Run(ReadOnlySpan<byte> bytes)
    {
        var runner = new GraphRunner(OnnxModel.Read(bytes));
        runner.Run(
            new GraphInputs
            {
                Numbers = new float[runner.Inputs(SlotKind.Number)],
                Integers = new long[runner.Inputs(SlotKind.Integer)],
                Texts = new string[runner.Inputs(SlotKind.Text)],
            },
            new GraphOutputs
            {
                Numbers = new float[runner.Outputs(SlotKind.Number)],
                Integers = new long[runner.Outputs(SlotKind.Integer)],
                Texts = new string[runner.Outputs(SlotKind.Text)],
            },
            measure: true);
    }

    static Graph Graph()
    {
        var graph = new Graph();
        graph.Inputs.Add(new("x", TensorElementType.Float, 2));
        graph.Inputs.Add(new("city", TensorElementType.String, 1));
        graph.Inputs.Add(new("count", TensorElementType.Int64, 2));
        graph.Initializers.Add(new("places", TensorElementType.Int64, [2], new long[] { 1, 0 }));
        graph.Initializers.Add(new("shape", TensorElementType.Int64, [2], new long[] { -1, 2 }));
        graph.Initializers.Add(new("names", TensorElementType.String, [2], new[] { "a", "b" }));
        void Ml(string type, string[] inputs, string[] outputs, params (string, object)[] attributes) => graph.Nodes.Add(SmallModel.Ml(type, inputs, outputs, attributes));
        void Node(string type, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
        {
            graph.Nodes.Add(new(type, "", type, inputs, outputs));
            foreach (var (name, value) in attributes)
                graph.Nodes[^1].Attributes[name] = value;
        }
        Ml("Scaler", ["count"], ["scaled"], ("offset", new float[2]), ("scale", new[] { 1f, 2 }));
        Ml("ArrayFeatureExtractor", ["x", "places"], ["picked"]);
        Ml("Normalizer", ["picked"], ["normal"], ("norm", "MAX"));
        Ml("Binarizer", ["normal"], ["binary"], ("threshold", 0.5f));
        Ml("OneHotEncoder", ["city"], ["hot"], ("cats_strings", new[] { "a", "b" }), ("zeros", 1L));
        Node("Flatten", ["hot"], ["flat hot"]);
        Node("Concat", ["scaled", "binary", "flat hot"], ["wide"], ("axis", 1L));
        Node("ArgMax", ["wide"], ["best"], ("axis", 1L), ("keepdims", 1L));
        Ml("ArrayFeatureExtractor", ["names", "best"], ["name"]);
        Node("Reshape", ["normal", "shape"], ["flat"]);
        Ml("SVMClassifier", ["flat"], ["svm label", "svm scores"], ("classlabels_ints", new long[] { 0, 1, 2 }), ("coefficients", new float[6]), ("kernel_type", "RBF"),
            ("kernel_params", new[] { 1f, 0, 3 }), ("rho", new float[3]), ("prob_a", new float[3]), ("prob_b", new float[3]), ("support_vectors", new float[6]), ("vectors_per_class", new long[] { 1, 1, 1 }));
        Ml("SVMRegressor", ["flat"], ["svm"], ("coefficients", new float[2]), ("kernel_type", "POLY"), ("kernel_params", new[] { 1f, 0, 3 }), ("n_supports", 2L),
            ("one_class", 1L), ("rho", new float[1]), ("support_vectors", new float[4]));
        Ml("LinearClassifier", ["flat"], ["linear label", "linear scores"], ("classlabels_strings", new[] { "no", "yes" }), ("coefficients", new float[2]),
            ("intercepts", new float[1]), ("post_transform", "LOGISTIC"));
        Ml("TreeEnsembleClassifier", ["flat"], ["tree label", "tree scores"], ("classlabels_int64s", new long[] { 0, 1, 2 }), ("nodes_treeids", new long[3]),
            ("nodes_nodeids", new long[] { 0, 1, 2 }), ("nodes_modes", new[] { "BRANCH_LT", "LEAF", "LEAF" }), ("nodes_featureids", new long[3]), ("nodes_values", new float[3]),
            ("nodes_truenodeids", new long[] { 1, 0, 0 }), ("nodes_falsenodeids", new long[] { 2, 0, 0 }), ("class_treeids", new long[2]), ("class_nodeids", new long[] { 1, 2 }),
            ("class_ids", new long[] { 0, 2 }), ("class_weights", new float[2]), ("base_values", new float[3]), ("post_transform", "SOFTMAX"));
        Ml("ZipMap", ["tree scores"], ["map"], ("classlabels_int64s", new long[] { 0, 1, 2 }));
        foreach (var output in new[] { "best", "name", "svm label", "svm scores", "svm", "linear label", "linear scores", "tree label", "map" })
            graph.Outputs.Add(new(output, TensorElementType.Float, 1));
        return graph;
    }
}
