namespace Kiln.Onnx;

/// <summary>One use of an operator: the values it reads, the values it makes, and its constants.</summary>
sealed class OnnxNode
{
    public string Operator { get; private set; } = "";

    public string Domain { get; private set; } = "";

    public string Name { get; private set; } = "";

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public Dictionary<string, OnnxAttribute> Attributes { get; } = new(StringComparer.Ordinal);

    public static OnnxNode Read(ProtobufReader reader)
    {
        var node = new OnnxNode();
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: node.Inputs.Add(reader.Text()); break;
                case 2: node.Outputs.Add(reader.Text()); break;
                case 3: node.Name = reader.Text(); break;
                case 4: node.Operator = reader.Text(); break;
                case 5:
                    var attribute = OnnxAttribute.Read(reader.Message());
                    if (!node.Attributes.TryAdd(attribute.Name, attribute))
                        throw node.Invalid($"has the attribute '{attribute.Name}' twice");
                    break;
                case 7: node.Domain = Normal(reader.Text()); break;
                default: reader.Skip(); break;
            }
        }
        return node;
    }

    /// <summary>The standard's own domain has two names.</summary>
    public static string Normal(string domain) => domain == "ai.onnx" ? "" : domain;

    /// <summary>The same node with another first input.</summary>
    public OnnxNode Reading(string input)
    {
        var node = new OnnxNode { Operator = Operator, Domain = Domain, Name = Name };
        node.Inputs.AddRange([input, .. Inputs.Skip(1)]);
        node.Outputs.AddRange(Outputs);
        foreach (var (name, attribute) in Attributes)
            node.Attributes.Add(name, attribute);
        return node;
    }

    public bool Has(string attribute) => Attributes.ContainsKey(attribute);

    public float Float(string attribute, float otherwise) => Attributes.TryGetValue(attribute, out var found) ? found.Float : otherwise;

    public long Int(string attribute, long otherwise) => Attributes.TryGetValue(attribute, out var found) ? found.Int : otherwise;

    public string Text(string attribute, string otherwise) => Attributes.TryGetValue(attribute, out var found) ? found.Text : otherwise;

    public float[] Floats(string attribute) => Attributes.TryGetValue(attribute, out var found) ? found.Floats : [];

    public long[] Ints(string attribute) => Attributes.TryGetValue(attribute, out var found) ? found.Ints : [];

    public string[] Texts(string attribute) => Attributes.TryGetValue(attribute, out var found) ? found.Texts : [];

    public InvalidDataException Invalid(string what) => new($"Not a valid ONNX file: the node '{Name}' ({Operator}) {what}.");
}
