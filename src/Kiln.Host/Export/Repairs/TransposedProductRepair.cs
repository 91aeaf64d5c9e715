using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>ML.NET transposes the features before a matrix product that transposes them back, to get round a flaw of its writer.</summary>
static class TransposedProductRepair
{
    public static void Apply(Graph graph)
    {
        foreach (var product in graph.Nodes.Where(node => node.Is("Gemm") && node.Int("transA", 0) == 1))
        {
            if (graph.Maker(product.Inputs[0]) is not { } transpose || !transpose.Is("Transpose") || transpose.Attributes.Count > 0)
                continue;
            product.Inputs[0] = transpose.Inputs[0];
            product.Attributes.Remove("transA");
        }
    }
}
