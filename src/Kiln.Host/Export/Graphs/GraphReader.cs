using Kiln.Onnx;

namespace Kiln.Host.Export.Graphs;

/// <summary>Takes an ONNX file, as the predictor reads it, into a graph that can be changed.</summary>
static class GraphReader
{
    public static Graph Read(ReadOnlySpan<byte> onnx)
    {
        var model = OnnxModel.Read(onnx);
        var graph = new Graph();
        graph.Inputs.AddRange(model.Inputs.Select(Value));
        graph.Outputs.AddRange(model.Outputs.Select(Value));
        graph.Nodes.AddRange(model.Nodes.Select(Node));
        graph.Initializers.AddRange(model.Initializers.Select(tensor => new GraphTensor(tensor.Name, tensor.Type, tensor.Dims, Values(tensor))));
        return graph;
    }

    static GraphValue Value(OnnxValue value) => new(value.Name, value.Type, (int)value.Dims.Skip(1).Aggregate(1L, (width, dim) => width * dim));

    static GraphNode Node(OnnxNode node)
    {
        var copy = new GraphNode(node.Operator, node.Domain, node.Name, node.Inputs, node.Outputs);
        foreach (var (name, attribute) in node.Attributes)
            copy.Attributes[name] = Value(attribute);
        return copy;
    }

    static object Value(OnnxAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Float => attribute.Float,
        AttributeKind.Int => attribute.Int,
        AttributeKind.Text => attribute.Text,
        AttributeKind.Floats => attribute.Floats,
        AttributeKind.Ints => attribute.Ints,
        AttributeKind.Texts => attribute.Texts,
        _ => throw new InvalidDataException($"the attribute '{attribute.Name}' is of the kind {attribute.Kind}"),
    };

    static Array Values(OnnxTensor tensor) => tensor.Type switch
    {
        TensorElementType.Float => tensor.Floats,
        TensorElementType.Double => Array.ConvertAll(tensor.Floats, value => (double)value),
        TensorElementType.String => tensor.Texts,
        _ => tensor.Ints,
    };
}
