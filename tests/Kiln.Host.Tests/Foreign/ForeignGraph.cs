using Kiln.Host.Export.Graphs;
using Kiln.Onnx;

namespace Kiln.Host.Tests.Foreign;

/// <summary>An ONNX file as converters write them: outputs of any kind, whose types are left to inference, and any version of the operators.</summary>
sealed class ForeignGraph
{
    readonly List<(string Name, TensorElementType Type, long[] Dims)> _inputs = [];
    readonly List<string> _outputs = [];
    readonly List<GraphNode> _nodes = [];
    readonly List<GraphTensor> _constants = [];

    public long Opset { get; init; } = 15;

    public long MachineLearning { get; init; } = 3;

    public string Producer { get; init; } = "";

    /// <param name="elements">How many a row has; 0 for a value without a second axis.</param>
    public ForeignGraph Input(string name, TensorElementType type, int elements)
    {
        _inputs.Add((name, type, elements == 0 ? [-1] : [-1, elements]));
        return this;
    }

    public ForeignGraph Output(params string[] names)
    {
        _outputs.AddRange(names);
        return this;
    }

    public ForeignGraph Constant(string name, long[] dims, Array values)
    {
        var type = values switch { float[] => TensorElementType.Float, long[] => TensorElementType.Int64, _ => TensorElementType.String };
        _constants.Add(new(name, type, dims, values));
        return this;
    }

    public ForeignGraph Node(string operatorType, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) =>
        Add("", operatorType, inputs, outputs, attributes);

    public ForeignGraph Ml(string operatorType, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) =>
        Add(GraphNode.MachineLearning, operatorType, inputs, outputs, attributes);

    public byte[] ToArray()
    {
        var model = new ProtobufWriter();
        model.Int64(1, 8);
        if (Producer.Length > 0)
            model.Text(2, Producer);
        model.Message(7, to =>
        {
            foreach (var node in _nodes)
                to.Message(1, message => GraphWriter.Write(node, message));
            foreach (var constant in _constants)
                to.Message(5, message => GraphWriter.Write(constant, message));
            foreach (var (name, type, dims) in _inputs)
                to.Message(11, value => Value(value, name, type, dims));
            foreach (var name in _outputs)
                to.Message(12, value => value.Text(1, name));
        });
        model.Message(8, to => Version(to, "", Opset));
        model.Message(8, to => Version(to, GraphNode.MachineLearning, MachineLearning));
        return model.ToArray();
    }

    ForeignGraph Add(string domain, string operatorType, string[] inputs, string[] outputs, (string Name, object Value)[] attributes)
    {
        var node = new GraphNode(operatorType, domain, $"{operatorType} {_nodes.Count}", inputs, outputs);
        foreach (var (name, value) in attributes)
            node.Attributes[name] = value;
        _nodes.Add(node);
        return this;
    }

    static void Value(ProtobufWriter to, string name, TensorElementType type, long[] dims)
    {
        to.Text(1, name);
        to.Message(2, kind => kind.Message(1, tensor =>
        {
            tensor.Int64(1, (long)type);
            tensor.Message(2, shape =>
            {
                foreach (var dim in dims)
                    shape.Message(1, size =>
                    {
                        if (dim < 0)
                            size.Text(2, "N");
                        else
                            size.Int64(1, dim);
                    });
            });
        }));
    }

    static void Version(ProtobufWriter to, string domain, long version)
    {
        to.Text(1, domain);
        to.Int64(2, version);
    }
}
