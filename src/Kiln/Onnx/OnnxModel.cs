namespace Kiln.Onnx;

/// <summary>An ONNX file as it was written: inputs, nodes in the order to run them, constants, outputs.</summary>
sealed class OnnxModel
{
    public List<OnnxValue> Inputs { get; } = [];

    public List<OnnxValue> Outputs { get; } = [];

    /// <summary>The inputs that a caller gives: older files list every constant among the inputs.</summary>
    public IEnumerable<OnnxValue> FreeInputs => Inputs.Where(input => !Initializers.Exists(tensor => tensor.Name == input.Name));

    public List<OnnxNode> Nodes { get; } = [];

    public List<OnnxTensor> Initializers { get; } = [];

    /// <summary>Which version of each domain's operators the file was written for.</summary>
    public Dictionary<string, long> OperatorSets { get; } = new(StringComparer.Ordinal);

    /// <summary>What wrote the file, and its version; empty where the file does not say.</summary>
    public string Producer { get; private set; } = "";

    /// <summary>What the file says of itself, by key.</summary>
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The bytes are no ONNX model; the message says what is wrong, and where.</exception>
    public static OnnxModel Read(ReadOnlySpan<byte> file)
    {
        var model = new OnnxModel();
        var reader = new ProtobufReader(file, 0);
        var graphs = 0;
        var (producer, version) = ("", "");
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 2: producer = reader.Text(); break;
                case 3: version = reader.Text(); break;
                case 7:
                    model.ReadGraph(reader.Message());
                    graphs++;
                    break;
                case 8: model.ReadOperatorSet(reader.Message()); break;
                case 14: model.ReadMetadata(reader.Message()); break;
                default: reader.Skip(); break;
            }
        }
        model.Producer = $"{producer} {version}".Trim();
        return graphs == 1 ? model : throw reader.Malformed(graphs == 0 ? "no graph up to the end" : "more than one graph");
    }

    void ReadGraph(ProtobufReader reader)
    {
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: Nodes.Add(OnnxNode.Read(reader.Message())); break;
                case 5: Initializers.Add(OnnxTensor.Read(reader.Message())); break;
                case 11: Inputs.Add(OnnxValue.Read(reader.Message())); break;
                case 12: Outputs.Add(OnnxValue.Read(reader.Message())); break;
                default: reader.Skip(); break;
            }
        }
    }

    void ReadMetadata(ProtobufReader reader)
    {
        var (key, value) = ("", "");
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: key = reader.Text(); break;
                case 2: value = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }
        Metadata[key] = value;
    }

    void ReadOperatorSet(ProtobufReader reader)
    {
        var domain = "";
        var version = 0L;
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: domain = reader.Text(); break;
                case 2: version = reader.Int64(); break;
                default: reader.Skip(); break;
            }
        }
        OperatorSets[OnnxNode.Normal(domain)] = version;
    }
}
