using Kiln.Host.Export.Graphs;
using Kiln.Onnx;

namespace Kiln.Tests.Onnx.Compilation;

/// <summary>Graphs as exporters write them, of trees and weights that no trainer would find: every comparison, and thresholds where arithmetic is awkward.</summary>
sealed class RandomModel(int seed)
{
    static readonly float[] Awkward =
    [
        0, -0f, 1, -1, 0.5f, 2, float.Epsilon, -float.Epsilon, 1e-40f, 1e30f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    static readonly string[] Modes = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"];
    static readonly string[] Texts = ["red", "green", "blue", "", "ünï", "a longer text than the others", "a longer test than the others", "漢字"];

    readonly Random _random = new(seed);
    int _numbers;

    /// <param name="leaves">How many leaves the largest tree may have.</param>
    /// <param name="ensembles">How many ensembles there are, all outputs.</param>
    /// <param name="trees">How many trees each has.</param>
    public Graph Trees(int leaves, int ensembles, int trees)
    {
        var (graph, width) = Features();
        for (var i = 0; i < ensembles; i++)
        {
            graph.Nodes.Add(Ensemble($"trees{i}", width, leaves, trees));
            graph.Outputs.Add(new($"trees{i}", TensorElementType.Float, 1));
        }
        return graph;
    }

    /// <param name="scores">How many sums there are, all outputs.</param>
    public Graph Linear(int scores)
    {
        var (graph, width) = Features();
        var input = "features";
        if (_random.Next(2) == 0)
        {
            graph.Nodes.Add(SmallModel.Ml("Scaler", [input], ["normalized"], ("offset", Weights(width)), ("scale", Weights(width))));
            input = "normalized";
        }
        graph.Nodes.Add(scores > 1 && _random.Next(2) == 0
            ? SmallModel.Ml("LinearClassifier", [input], ["label", "scores"], ("coefficients", Weights(width * scores)), ("intercepts", Weights(scores)),
                ("classlabels_ints", Enumerable.Range(0, scores).Select(i => (long)i).ToArray()), ("post_transform", _random.Next(2) == 0 ? "SOFTMAX" : "NONE"))
            : SmallModel.Ml("LinearRegressor", [input], ["scores"], ("coefficients", Weights(width * scores)), ("intercepts", Weights(scores)), ("targets", (long)scores)));
        graph.Outputs.Add(new("scores", TensorElementType.Float, scores));
        return graph;
    }

    float[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(5) == 0 ? 0 : (float)(_random.NextDouble() * 4 - 2))];

    /// <summary>What follows from inputs, as "features".</summary>
    (Graph, int Width) Features()
    {
        var graph = new Graph();
        _numbers = _random.Next(1, 6);
        List<string> features = [];
        List<long> widths = [];
        for (var i = 0; i < _numbers; i++)
        {
            graph.Inputs.Add(new($"n{i}", TensorElementType.Float, 1));
            Add($"n{i}", 1);
        }
        graph.Inputs.Add(new("t", TensorElementType.String, 1));
        graph.Inputs.Add(new("u", TensorElementType.String, 1));
        graph.Nodes.Add(SmallModel.Ml("OneHotEncoder", ["t"], ["hot"], ("cats_strings", Texts[..5]), ("zeros", 1L)));
        Add("hot", 5);
        graph.Nodes.Add(SmallModel.Ml("LabelEncoder", ["u"], ["mean"],
            ("keys_strings", Texts), ("values_floats", Texts.Select(_ => Threshold()).ToArray()), ("default_float", 0.25f)));
        Add("mean", 1);
        graph.Nodes.Add(SmallModel.Ml("Imputer", ["n0"], ["filled"], ("replaced_value_float", float.NaN), ("imputed_value_floats", new[] { Threshold() })));
        Add("filled", 1);
        graph.Nodes.Add(new("IsNaN", "", "IsNaN", ["n0"], ["missing"]));
        graph.Nodes.Add(new("Cast", "", "Cast", ["missing"], ["indicator"]) { Attributes = { ["to"] = 1L } });
        Add("indicator", 1);
        graph.Nodes.Add(SmallModel.Ml("Scaler", ["n0"], ["scaled"], ("offset", new[] { 0.25f }), ("scale", new[] { -3f })));
        Add("scaled", 1);
        var stretches = seed % 2 == 1;
        graph.Nodes.Add(SmallModel.Ml("FeatureVectorizer", [.. features], [stretches ? "joined" : "features"], ("inputdimensions", widths.ToArray())));
        if (stretches)
        {
            graph.Nodes.Add(SmallModel.Ml("Scaler", ["joined"], ["stretched"], ("offset", new[] { 0.5f }), ("scale", new[] { 2f })));
            graph.Nodes.Add(SmallModel.Ml(
                "Imputer", ["stretched"], ["features"], ("replaced_value_float", float.NaN), ("imputed_value_floats", new[] { Threshold() })));
        }
        return (graph, (int)widths.Sum());

        void Add(string name, long width)
        {
            features.Add(name);
            widths.Add(width);
        }
    }

    /// <summary>A row's numbers and texts: at thresholds and beside them, and texts that nobody knows.</summary>
    public (float[] Numbers, string[] Texts) Row() =>
        ([.. Enumerable.Range(0, _numbers).Select(_ => Value())], [Text(), Text()]);

    float Value() => Threshold() is var value && _random.Next(3) == 0 ? MathF.BitIncrement(value) : _random.Next(3) == 0 ? MathF.BitDecrement(value) : value;

    float Threshold() => _random.Next(3) == 0 ? (float)Math.Round(_random.NextDouble() * 4 - 2, 1) : Awkward[_random.Next(Awkward.Length)];

    string Text() => _random.Next(6) == 0 ? " red" : Texts[_random.Next(Texts.Length)];

    GraphNode Ensemble(string output, int width, int leaves, int trees)
    {
        var lists = new TreeLists(_random, width, Modes, Threshold);
        for (var tree = 0; tree < trees; tree++)
            lists.Add(tree, _random.Next(1, leaves + 1));
        return lists.ToNode(output);
    }
}
