using Kiln.Host.Export.Graphs;
using Kiln.Host.Tests.Export;
using Kiln.Onnx;

namespace Kiln.Host.Tests.Foreign;

/// <summary>An ONNX file as converters write them: outputs of any kind, whose types are left to inference, and any version of the operators.</summary>
sealed class ForeignGraph
{
    readonly List<(string Name, TensorElementType Type, long[] Dims)> _inputs = [];
    readonly List<string> _outputs = [];
    readonly Graph _graph = new();

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
        _graph.Initializers.Add(new(name, type, dims, values));
        return this;
    }

    public ForeignGraph Node(string operatorType, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) =>
        Add("", operatorType, inputs, outputs, attributes);

    public ForeignGraph Ml(string operatorType, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) =>
        Add(GraphNode.MachineLearning, operatorType, inputs, outputs, attributes);

    public byte[] ToArray()
    {
        // The nodes and constants as the exporter's own writer writes them; what is around them it has no need of.
        var graph = Graph(GraphWriter.Write(_graph));
        var model = new ProtobufWriter();
        model.Int64(1, 8);
        if (Producer.Length > 0)
            model.Text(2, Producer);
        model.Message(7, to =>
        {
            foreach (var (field, bytes) in graph)
                to.Bytes(field, bytes);
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
        var node = new GraphNode(operatorType, domain, $"{operatorType} {_graph.Nodes.Count}", inputs, outputs);
        foreach (var (name, value) in attributes)
            node.Attributes[name] = value;
        _graph.Nodes.Add(node);
        return this;
    }

    static List<(int Field, byte[] Bytes)> Graph(byte[] onnx)
    {
        List<(int, byte[])> fields = [];
        OnnxFile.Read(onnx, (field, input) =>
        {
            if (field == 7)
                OnnxFile.Read(input.ReadBytes().ToByteArray(), (inner, graph) => fields.Add((inner, graph.ReadBytes().ToByteArray())));
            else
                input.SkipLastField();
        });
        return fields;
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
