using Kiln.Onnx;

namespace Kiln.Host.Export.Graphs;

/// <summary>
/// Writes a graph as an ONNX file: IR 7, opset 12, ai.onnx.ml 2, and ONNX Runtime's own operators where one is used. No time, no path, no version: the same graph gives the same bytes.
/// </summary>
static class GraphWriter
{
    public static byte[] Write(Graph graph)
    {
        var model = new ProtobufWriter();
        model.Int64(1, 7);
        model.Text(2, "Kiln");
        model.Message(7, to => Write(graph, to));
        model.Message(8, to => OperatorSet("", 12, to));
        model.Message(8, to => OperatorSet(GraphNode.MachineLearning, 2, to));
        if (graph.Nodes.Exists(node => node.Domain == GraphNode.OnnxRuntime))
            model.Message(8, to => OperatorSet(GraphNode.OnnxRuntime, 1, to));
        foreach (var (key, value) in graph.Metadata)
            model.Message(14, to => Entry(key, value, to));
        return model.ToArray();
    }

    static void Write(Graph graph, ProtobufWriter to)
    {
        foreach (var node in graph.Nodes)
            to.Message(1, message => Write(node, message));
        to.Text(2, "model");
        foreach (var tensor in graph.Initializers)
            to.Message(5, message => Write(tensor, message));
        foreach (var input in graph.Inputs)
            to.Message(11, message => Write(input, message));
        foreach (var output in graph.Outputs)
            to.Message(12, message => Write(output, message));
    }

    public static void Write(GraphNode node, ProtobufWriter to)
    {
        foreach (var input in node.Inputs)
            to.Text(1, input);
        foreach (var output in node.Outputs)
            to.Text(2, output);
        to.Text(3, node.Name);
        to.Text(4, node.OperatorType);
        foreach (var (name, value) in node.Attributes)
            to.Message(5, message => Attribute(name, value, message));
        if (node.Domain.Length > 0)
            to.Text(7, node.Domain);
    }

    static void Attribute(string name, object value, ProtobufWriter to)
    {
        to.Text(1, name);
        switch (value)
        {
            case float one:
                to.Float(2, one);
                to.Int64(20, 1);
                break;
            case long one:
                to.Int64(3, one);
                to.Int64(20, 2);
                break;
            case string one:
                to.Text(4, one);
                to.Int64(20, 3);
                break;
            case float[] many:
                to.Floats(7, many);
                to.Int64(20, 6);
                break;
            case long[] many:
                to.Int64s(8, many);
                to.Int64(20, 7);
                break;
            case string[] many:
                foreach (var one in many)
                    to.Text(9, one);
                to.Int64(20, 8);
                break;
            default:
                throw new InvalidOperationException($"The attribute '{name}' is a {value.GetType()}.");
        }
    }

    public static void Write(GraphTensor tensor, ProtobufWriter to)
    {
        if (tensor.Dims.Length > 0)
            to.Int64s(1, tensor.Dims);
        to.Int64(2, (long)tensor.Type);
        switch (tensor.Values)
        {
            case float[] floats: to.Floats(4, floats); break;
            case double[] doubles: to.Doubles(10, doubles); break;
            case long[] integers: to.Int64s(IntegerField(tensor.Type), integers); break;
            case string[] texts:
                foreach (var text in texts)
                    to.Text(6, text);
                break;
            default: throw new InvalidOperationException($"The constant '{tensor.Name}' is a {tensor.Values.GetType()}.");
        }
        to.Text(8, tensor.Name);
    }

    static int IntegerField(TensorElementType type) => type switch
    {
        TensorElementType.Int64 => 7,
        TensorElementType.UInt32 or TensorElementType.UInt64 => 11,
        _ => 5,
    };

    static void Write(GraphValue value, ProtobufWriter to)
    {
        to.Text(1, value.Name);
        to.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Int64(1, (long)value.Type);
            tensor.Message(2, shape =>
            {
                shape.Message(1, rows => rows.Text(2, "N"));
                shape.Message(1, width => width.Int64(1, value.Width));
            });
        }));
    }

    static void Entry(string key, string value, ProtobufWriter to)
    {
        to.Text(1, key);
        to.Text(2, value);
    }

    static void OperatorSet(string domain, long version, ProtobufWriter to)
    {
        to.Text(1, domain);
        to.Int64(2, version);
    }
}
