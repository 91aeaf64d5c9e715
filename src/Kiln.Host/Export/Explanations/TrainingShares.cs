using Kiln.Host.Export.Graphs;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;
using Kiln.Onnx.Explanations;
using Kiln.Onnx.Operators;
using Microsoft.ML;

namespace Kiln.Host.Export.Explanations;

/// <summary>
/// Writes into a finished graph what explanations need to know of the training rows: how many come to each node of trees that do not know it from their
/// trainer, and what each input adds to linear scores on average.
/// </summary>
static class TrainingShares
{
    const string Covers = "nodes_hitrates";

    /// <summary>Of more rows as many, the first: the shares of so many are right to a fraction of a per cent.</summary>
    const int MostRows = 100_000;

    public static void Apply(Graph graph, IDataView training)
    {
        GraphNode[] uncovered = [.. graph.Nodes.Where(node => node.Is("TreeEnsembleRegressor") && !node.Attributes.ContainsKey(Covers))];
        var isLinear = graph.Nodes.Exists(node => node.OperatorType is "LinearRegressor" or "LinearClassifier");
        if (uncovered.Length == 0 && !isLinear)
            return;
        var rows = new InputRows(training, graph.Inputs.Select(input => input.Name));
        var model = OnnxModel.Read(GraphWriter.Write(graph));
        Count(model, uncovered, rows);
        if (isLinear)
            Average(graph, model, rows);
    }

    static void Count(OnnxModel model, GraphNode[] nodes, InputRows rows)
    {
        if (nodes.Length == 0)
            return;
        List<TreeEnsembleRegressor> ensembles = [];
        var names = nodes.Select(node => node.Outputs[0]).ToHashSet(StringComparer.Ordinal);
        var evaluator = new Evaluator(model, (node, binding) =>
        {
            var step = OperatorSet.Bind(node, binding);
            if (step is TreeEnsembleRegressor ensemble && names.Contains(node.Outputs[0]))
                ensembles.Add(ensemble);
            return step;
        });
        var counts = ensembles.ConvertAll(ensemble => new float[ensemble.Nodes.Length]);
        using var scratch = evaluator.Rent();
        var slots = evaluator.Inputs.ToDictionary(input => input.Name, input => input.Slot.Offset);
        int[] numbers = [.. rows.Numbers.Select(name => slots[name])], texts = [.. rows.Texts.Select(name => slots[name])];
        foreach (var (rowNumbers, rowTexts) in rows.Read().Take(MostRows))
        {
            for (var i = 0; i < numbers.Length; i++)
                scratch.Row.Number(numbers[i]) = rowNumbers[i];
            for (var i = 0; i < texts.Length; i++)
                scratch.Row.Text(texts[i]) = rowTexts[i] ?? "";
            evaluator.Run(scratch.Row);
            for (var i = 0; i < ensembles.Count; i++)
                Count(ensembles[i], scratch.Row.Numbers(ensembles[i].Input), counts[i]);
        }
        for (var i = 0; i < nodes.Length; i++)
            nodes[i].Attributes[Covers] = counts[i];
    }

    /// <summary>Every node on the row's way counts it; those of a set of categories are one question, and have all that came to its first.</summary>
    static void Count(TreeEnsembleRegressor ensemble, ReadOnlySpan<float> features, float[] counts)
    {
        foreach (var root in ensemble.Roots)
            for (var place = root; ; place = ensemble.Nodes[place].Next(features[ensemble.Nodes[place].Feature]))
            {
                counts[place]++;
                if (ensemble.Nodes[place].Comparison == TreeComparison.Leaf)
                    break;
            }
    }

    static void Average(Graph graph, OnnxModel model, InputRows rows)
    {
        string[] names = [.. rows.Numbers, .. rows.Texts];
        Attribution attribution;
        try
        {
            attribution = new(model, rows.Numbers, rows.Texts, names, isMeasured: false);
        }
        catch (NotExplainedException)
        {
            return; // Whoever asks for an explanation is told why there is none.
        }
        if (!attribution.IsLinear)
            return;
        var players = attribution.Players.Count;
        var (sums, shares, count) = (new double[attribution.Scores * players], new double[players], 0);
        foreach (var (numbers, texts) in rows.Read().Take(MostRows))
        {
            count++;
            for (var score = 0; score < attribution.Scores; score++)
            {
                attribution.Divide(numbers, texts, score, shares);
                for (var i = 0; i < players; i++)
                    sums[score * players + i] += shares[i];
            }
        }
        // Inputs that are read together are one, by the name of the first.
        string[] leaders = [.. attribution.Players.Select(player => Array.Find(names, name => player == name || player.StartsWith(name + " + ", StringComparison.Ordinal))!)];
        graph.Metadata[LinearMeans.Key] = LinearMeans.Write(Enumerable.Range(0, attribution.Scores).SelectMany(score => graph.Inputs.Select(input =>
            Array.IndexOf(leaders, input.Name) is var player and >= 0 ? sums[score * players + player] / Math.Max(count, 1) : 0)));
    }
}
