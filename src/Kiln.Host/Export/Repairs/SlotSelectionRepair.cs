using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>
/// ML.NET picks the slots that feature selection keeps by <c>GatherElements</c> with indices for a single row, which gives a single row
/// back however many there are. <c>Gather</c> picks them from every row.
/// </summary>
static class SlotSelectionRepair
{
    public static void Apply(Graph graph)
    {
        foreach (var node in graph.Nodes.Where(node => node.Is("GatherElements") && node.Int("axis", 0) == 1).ToList())
        {
            var place = graph.Initializers.FindIndex(tensor => tensor.Name == node.Inputs[1]);
            if (place < 0 || graph.Initializers[place].Dims is not [1, var kept])
                continue;
            graph.Initializers[place] = graph.Initializers[place] with { Dims = [kept] };
            var gather = new GraphNode("Gather", "", node.Name, node.Inputs, node.Outputs);
            gather.Attributes["axis"] = 1L;
            graph.Nodes[graph.Nodes.IndexOf(node)] = gather;
        }
    }
}
