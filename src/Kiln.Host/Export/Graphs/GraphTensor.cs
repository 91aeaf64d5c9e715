using Kiln.Onnx;

namespace Kiln.Host.Export.Graphs;

/// <summary>A constant of the graph.</summary>
/// <param name="Name">Its name, unique in the graph.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Dims">Its shape; empty for a scalar.</param>
/// <param name="Values">A <c>float[]</c>, <c>double[]</c>, <c>long[]</c> (for every integer type and bool) or <c>string[]</c>.</param>
sealed record GraphTensor(string Name, TensorElementType Type, long[] Dims, Array Values);
