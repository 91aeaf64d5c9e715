using Kiln.Host.Export.Graphs;
using TensorElementType = Kiln.Onnx.TensorElementType;

namespace Kiln.Host.Export.Repairs;

/// <summary>Takes out nodes that change nothing: the float cast behind every concatenation, the maximum of one vector.</summary>
static class NoOperations
{
    public static void Apply(Graph graph)
    {
        foreach (var node in graph.Nodes.Where(node => IsNone(graph, node)).ToList())
        {
            if (graph.Outputs.FindIndex(output => output.Name == node.Outputs[0]) is var output and >= 0)
            {
                if (graph.Maker(node.Inputs[0]) is null || graph.Outputs.Exists(other => other.Name == node.Inputs[0]))
                    continue;
                graph.Outputs[output] = graph.Outputs[output] with { Name = node.Inputs[0] };
            }
            graph.Nodes.Remove(node);
            graph.Redirect(node.Outputs[0], node.Inputs[0]);
        }
    }

    static bool IsNone(Graph graph, GraphNode node) => node.OperatorType switch
    {
        "Identity" => true,
        "Max" or "Min" or "Sum" => node.Inputs.Count == 1,
        "Cast" => node.Int("to", 0) == (long)TensorElementType.Float && graph.Maker(node.Inputs[0])?.Is("FeatureVectorizer") == true,
        _ => false,
    };
}
