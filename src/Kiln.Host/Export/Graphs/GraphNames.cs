namespace Kiln.Host.Export.Graphs;

/// <summary>
/// Names the graph's outputs as asked, and moves whatever else has such a name out of the way. Where an input has it, the output gets
/// ".output" behind its name: ONNX knows one value per name, and callers rely on the inputs' names.
/// </summary>
static class GraphNames
{
    public static void Apply(Graph graph, IReadOnlyList<string> outputs)
    {
        var taken = graph.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string> names = new(StringComparer.Ordinal) { [""] = "" };
        List<GraphNode> copies = [];
        for (var i = 0; i < outputs.Count; i++)
        {
            var name = outputs[i];
            while (!taken.Add(name))
                name += ".output";
            var value = graph.Outputs[i].Name;
            if (graph.Maker(value) is null || !names.TryAdd(value, name))
                copies.Add(new("Identity", "", "Identity of " + name, [value], [name]));
            graph.Outputs[i] = graph.Outputs[i] with { Name = name };
        }

        foreach (var made in graph.Initializers.Select(tensor => tensor.Name).Concat(graph.Nodes.SelectMany(node => node.Outputs)))
        {
            if (!names.ContainsKey(made))
                names.Add(made, Free(made));
        }

        for (var i = 0; i < graph.Initializers.Count; i++)
            graph.Initializers[i] = graph.Initializers[i] with { Name = names[graph.Initializers[i].Name] };
        foreach (var node in graph.Nodes)
        {
            Rename(node.Inputs);
            Rename(node.Outputs);
        }
        foreach (var copy in copies)
            Rename(copy.Inputs);
        graph.Nodes.AddRange(copies);

        string Free(string name)
        {
            var free = name;
            for (var i = 1; !taken.Add(free); i++)
                free = $"{name}.{i}";
            return free;
        }

        void Rename(List<string> values)
        {
            for (var i = 0; i < values.Count; i++)
                values[i] = names.GetValueOrDefault(values[i], values[i]);
        }
    }
}
