using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Onnx.Texts;

namespace Kiln.Host.Training.Encodings;

/// <summary>The graph from a text to its vector: for every vocabulary the weighted counts of its sequences (TF-IDF), at length 1.</summary>
static class TextGraph
{
    /// <param name="input">The text column.</param>
    public static Graph Create(string input, IReadOnlyList<TextVocabulary> vocabularies)
    {
        var graph = new Graph();
        graph.Inputs.Add(new(input, TensorElementType.String, 1));
        foreach (var vocabulary in vocabularies)
            Add(graph, input, vocabulary);
        var vector = Node(graph, "Concat", "", "vector", [.. vocabularies.Select(vocabulary => vocabulary.Unit.Name + ".unit")]);
        vector.Attributes["axis"] = 1L;
        graph.Outputs.Add(new(vector.Outputs[0], TensorElementType.Float, vocabularies.Sum(vocabulary => vocabulary.Ngrams.Length)));
        return graph;
    }

    static void Add(Graph graph, string input, TextVocabulary vocabulary)
    {
        var unit = vocabulary.Unit;
        var tokens = Node(graph, "Tokenizer", GraphNode.OnnxRuntime, unit.Name + ".tokens", input);
        tokens.Attributes["mark"] = 0L;
        tokens.Attributes["mincharnum"] = 1L;
        tokens.Attributes["pad_value"] = "";
        if (unit.IsWords)
            tokens.Attributes["tokenexp"] = TokenReader.Words;
        else
            tokens.Attributes["separators"] = new[] { "" };

        var numbers = Node(graph, "LabelEncoder", GraphNode.MachineLearning, unit.Name + ".numbers", tokens.Outputs[0]);
        numbers.Attributes["keys_strings"] = vocabulary.Spellings;
        numbers.Attributes["values_int64s"] = vocabulary.Numbers;
        numbers.Attributes["default_int64"] = 0L;

        // Tokens are given for each column of texts, and there is one.
        var row = Node(graph, "Squeeze", "", unit.Name + ".row", numbers.Outputs[0]);
        row.Attributes["axes"] = new[] { 1L };

        var counts = Node(graph, "TfIdfVectorizer", "", unit.Name + ".counts", row.Outputs[0]);
        counts.Attributes["mode"] = "TFIDF";
        counts.Attributes["min_gram_length"] = (long)unit.Shortest;
        counts.Attributes["max_gram_length"] = (long)unit.Longest;
        counts.Attributes["max_skip_count"] = 0L;
        counts.Attributes["pool_int64s"] = vocabulary.Ngrams.SelectMany(ngram => ngram).ToArray();
        counts.Attributes["ngram_counts"] = Enumerable.Range(1, unit.Longest)
            .Select(length => vocabulary.Ngrams.Where(ngram => ngram.Length < length).Sum(ngram => (long)ngram.Length)).ToArray();
        counts.Attributes["ngram_indexes"] = Enumerable.Range(0, vocabulary.Ngrams.Length).Select(place => (long)place).ToArray();
        counts.Attributes["weights"] = vocabulary.Weights;

        var unitLength = Node(graph, "Normalizer", GraphNode.MachineLearning, unit.Name + ".unit", counts.Outputs[0]);
        unitLength.Attributes["norm"] = "L2";
    }

    static GraphNode Node(Graph graph, string type, string domain, string output, params string[] inputs)
    {
        var node = new GraphNode(type, domain, output, inputs, [output]);
        graph.Nodes.Add(node);
        return node;
    }
}
