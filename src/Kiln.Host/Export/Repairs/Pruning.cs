using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>Leaves out what no output needs, such as a predicted label nobody asked for. Inputs stay: they are what callers pass.</summary>
static class Pruning
{
    public static void Apply(Graph graph)
    {
        var needed = graph.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = graph.Nodes.Count - 1; i >= 0; i--)
        {
            if (graph.Nodes[i].Outputs.Exists(needed.Contains))
                needed.UnionWith(graph.Nodes[i].Inputs);
            else
                graph.Nodes.RemoveAt(i);
        }
        graph.Initializers.RemoveAll(tensor => !needed.Contains(tensor.Name));
    }
}
