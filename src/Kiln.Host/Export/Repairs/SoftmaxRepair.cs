using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>
/// ML.NET writes the softmax of a multiclass LightGBM model as exponentials over their sum. In 32 bits that is NaN from a score of 89 on,
/// where ML.NET itself computes in 64; the operator made for it takes the largest score off first.
/// </summary>
static class SoftmaxRepair
{
    public static void Apply(Graph graph)
    {
        foreach (var division in graph.Nodes.Where(node => node.Is("Div")).ToList())
        {
            if (graph.Maker(division.Inputs[0]) is not { } exponential || !exponential.Is("Exp"))
                continue;
            if (graph.Maker(division.Inputs[1]) is not { } sum || !sum.Is("ReduceSum") || sum.Inputs[0] != exponential.Outputs[0])
                continue;
            if (sum.Attributes.GetValueOrDefault("axes") is not long[] axes || axes is not [1])
                continue;
            var softmax = new GraphNode("Softmax", "", division.Name, exponential.Inputs, division.Outputs);
            softmax.Attributes["axis"] = 1L;
            graph.Nodes[graph.Nodes.IndexOf(division)] = softmax;
        }
    }
}
