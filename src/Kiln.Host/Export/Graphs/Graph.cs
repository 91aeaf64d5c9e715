namespace Kiln.Host.Export.Graphs;

/// <summary>An ONNX graph while it is being made and repaired. Nodes are in the order to run them.</summary>
sealed class Graph
{
    public List<GraphValue> Inputs { get; } = [];

    public List<GraphValue> Outputs { get; } = [];

    public List<GraphNode> Nodes { get; } = [];

    public List<GraphTensor> Initializers { get; } = [];

    /// <summary>What the file says of itself.</summary>
    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The node that makes the value, if it is no input and no constant.</summary>
    public GraphNode? Maker(string value) => Nodes.Find(node => node.Outputs.Contains(value));

    /// <summary>Whether the value has this one reader only, and is no output of the graph.</summary>
    public bool IsOnlyReadBy(string value, GraphNode reader) =>
        Outputs.TrueForAll(output => output.Name != value) && Nodes.TrueForAll(node => node == reader || !node.Inputs.Contains(value));

    /// <summary>Makes every reader of one value read another.</summary>
    public void Redirect(string value, string replacement)
    {
        foreach (var node in Nodes)
        {
            for (var i = 0; i < node.Inputs.Count; i++)
            {
                if (node.Inputs[i] == value)
                    node.Inputs[i] = replacement;
            }
        }
    }
}
