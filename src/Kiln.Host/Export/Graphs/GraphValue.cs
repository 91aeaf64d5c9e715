using Kiln.Onnx;

namespace Kiln.Host.Export.Graphs;

/// <summary>An input or output of the graph; its first axis is always the rows.</summary>
/// <param name="Name">Its name, unique in the graph.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Width">The length of its second axis.</param>
sealed record GraphValue(string Name, TensorElementType Type, int Width);
