using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>Everything that is done to the graph as a whole once all steps are written.</summary>
static class GraphRepair
{
    public static void Apply(Graph graph)
    {
        Pruning.Apply(graph);
        NoOperations.Apply(graph);
        OneHotFusion.Apply(graph);
        SoftmaxRepair.Apply(graph);
        SlotSelectionRepair.Apply(graph);
        TransposedProductRepair.Apply(graph);
        Pruning.Apply(graph);
    }
}
