using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>
/// ML.NET writes one-hot encoding of text as text to number, number to key, key to number, number to vector; ONNX has it in one operator,
/// which is smaller and quicker to read. Done only where nothing else looks at the numbers between.
/// </summary>
static class OneHotFusion
{
    public static void Apply(Graph graph)
    {
        foreach (var encoder in graph.Nodes.Where(node => node.Is("OneHotEncoder") && node.Attributes.ContainsKey("cats_int64s")).ToList())
        {
            List<GraphNode> between = [encoder];
            var source = graph.Maker(encoder.Inputs[0]);
            while (source is not null && source.Is("Cast") && graph.IsOnlyReadBy(source.Outputs[0], between[^1]))
            {
                between.Add(source);
                source = graph.Maker(source.Inputs[0]);
            }
            if (source is null || !source.Is("LabelEncoder") || !graph.IsOnlyReadBy(source.Outputs[0], between[^1]))
                continue;
            if (Categories(source, encoder) is not { } categories)
                continue;

            var fused = new GraphNode("OneHotEncoder", GraphNode.MachineLearning, encoder.Name, source.Inputs, encoder.Outputs);
            fused.Attributes["cats_strings"] = categories;
            fused.Attributes["zeros"] = 1L;
            graph.Nodes[graph.Nodes.IndexOf(encoder)] = fused;
            between.Add(source);
            graph.Nodes.RemoveAll(between.Contains);
        }
    }

    /// <summary>The texts in the order of their vector, if every number stands for exactly one text and no default is a category.</summary>
    static string[]? Categories(GraphNode labels, GraphNode encoder)
    {
        var numbers = (long[])encoder.Attributes["cats_int64s"];
        if (!labels.Attributes.TryGetValue("keys_strings", out var keys) || !labels.Attributes.TryGetValue("values_int64s", out var values))
            return null;
        if (encoder.Int("zeros", 1) != 1 || numbers.Contains(labels.Int("default_int64", -1)))
            return null;
        var texts = ((long[])values).Zip((string[])keys).ToLookup(pair => pair.First, pair => pair.Second);
        return numbers.All(number => texts[number].Count() == 1) && texts.Count == numbers.Length
            ? [.. numbers.Select(number => texts[number].Single())]
            : null;
    }
}
