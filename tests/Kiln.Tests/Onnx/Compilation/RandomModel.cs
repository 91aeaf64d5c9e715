using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Onnx.Texts;

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
            List<string> joined = ["features"];
            foreach (var isWord in new[] { true, false })
            {
                var vector = $"vector{isWord}";
                width += AddVector(graph, "t", vector, isWord);
                joined.Insert(_random.Next(joined.Count + 1), vector);
            }
            graph.Nodes.Add(new("Concat", "", "Concat", [.. joined], [input = "all"]) { Attributes = { ["axis"] = 1L } });
        }
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

    /// <summary>The n-grams of a text, counted, as a model of free text takes them.</summary>
    /// <returns>How many there are.</returns>
    int AddVector(Graph graph, string text, string vector, bool isWord)
    {
        var longest = _random.Next(1, 4);
        string[] terms = isWord ? ["red", "green", "blue", "ünï", "a", "text", "TEXT", "漢字"] : [.. "redgnblu xts漢".Select(letter => letter.ToString()).Distinct(), "😀"];
        var ngrams = Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, _random.Next(1, longest + 1)).Select(_ => _random.NextInt64(1, terms.Length + 1)).ToArray())
            .DistinctBy(ngram => string.Join(' ', ngram)).OrderBy(ngram => ngram.Length).ToArray();
        var tokens = new GraphNode("Tokenizer", GraphNode.OnnxRuntime, vector + "cut", [text], [vector + "tokens"]) { Attributes = { ["mark"] = 0L, ["mincharnum"] = 1L, ["pad_value"] = "" } };
        if (isWord)
            tokens.Attributes["tokenexp"] = TokenReader.Words;
        else
            tokens.Attributes["separators"] = new[] { "" };
        graph.Nodes.Add(tokens);
        graph.Nodes.Add(SmallModel.Ml("LabelEncoder", [vector + "tokens"], [vector + "numbers"],
            ("keys_strings", terms), ("values_int64s", terms.Select((_, i) => i + 1L).ToArray()), ("default_int64", 0L)));
        graph.Nodes.Add(new("Squeeze", "", vector + "row", [vector + "numbers"], [vector + "row"]) { Attributes = { ["axes"] = new[] { 1L } } });
        var places = Enumerable.Range(0, ngrams.Length).Select(place => (long)place).ToArray();
        _random.Shuffle(places);
        var isScaled = _random.Next(3) > 0;
        graph.Nodes.Add(new("TfIdfVectorizer", "", vector + "counts", [vector + "row"], [isScaled ? vector + "counts" : vector])
        {
            Attributes =
            {
                ["mode"] = "TFIDF",
                ["min_gram_length"] = 1L,
                ["max_gram_length"] = (long)longest,
                ["max_skip_count"] = 0L,
                ["pool_int64s"] = ngrams.SelectMany(ngram => ngram).ToArray(),
                ["ngram_counts"] = Enumerable.Range(1, longest).Select(length => ngrams.Where(ngram => ngram.Length < length).Sum(ngram => (long)ngram.Length)).ToArray(),
                ["ngram_indexes"] = places,
                ["weights"] = ngrams.Select(_ => _random.Next(20) == 0 ? Threshold() : (float)_random.NextDouble() + 1).ToArray(),
            },
        });
        if (isScaled)
            graph.Nodes.Add(SmallModel.Ml("Normalizer", [vector + "counts"], [vector], ("norm", _random.Next(5) switch { 0 => "MAX", 1 or 2 => "L1", _ => "L2" })));
        return ngrams.Length;
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

    string Text() => _random.Next(6) switch
    {
        0 => " red",
        1 => string.Join(" 😀 ", Enumerable.Range(0, _random.Next(2, 40)).Select(_ => Texts[_random.Next(Texts.Length)])),
        _ => Texts[_random.Next(Texts.Length)],
    };

    GraphNode Ensemble(string output, int width, int leaves, int trees)
    {
        var lists = new TreeLists(_random, width, Modes, Threshold);
        for (var tree = 0; tree < trees; tree++)
            lists.Add(tree, _random.Next(1, leaves + 1));
        return lists.ToNode(output);
    }
}
