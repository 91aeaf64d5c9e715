namespace Kiln.Onnx.Compilation;

/// <summary>Some nodes of a graph, and what they become together.</summary>
interface IPlan
{
    /// <summary>The values that are read.</summary>
    IEnumerable<string> Reads { get; }

    bool Contains(OnnxNode node);

    /// <summary>What runs in a node's place; null where another node's does.</summary>
    Operator? Bind(OnnxNode node, GraphBinding binding, MaskBits bits);
}
