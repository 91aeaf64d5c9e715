namespace Kiln.Onnx;

/// <summary>A named constant of a node. Only the kinds that the known operators use are read.</summary>
sealed class OnnxAttribute
{
    public string Name { get; private set; } = "";

    public AttributeKind Kind { get; private set; }

    public float Float { get; private set; }

    public long Int { get; private set; }

    public string Text { get; private set; } = "";

    public float[] Floats { get; private set; } = [];

    public long[] Ints { get; private set; } = [];

    public string[] Texts { get; private set; } = [];

    public OnnxTensor? Tensor { get; private set; }

    public static OnnxAttribute Read(ProtobufReader reader)
    {
        var attribute = new OnnxAttribute();
        List<float> floats = [];
        List<long> ints = [];
        List<string> texts = [];
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: attribute.Name = reader.Text(); break;
                case 2: attribute.Float = reader.Float(); break;
                case 3: attribute.Int = reader.Int64(); break;
                case 4: attribute.Text = reader.Text(); break;
                case 5: attribute.Tensor = OnnxTensor.Read(reader.Message()); break;
                case 7: reader.Floats(floats); break;
                case 8: reader.Int64s(ints); break;
                case 9: texts.Add(reader.Text()); break;
                case 20: attribute.Kind = (AttributeKind)reader.Int32(); break;
                default: reader.Skip(); break;
            }
        }
        attribute.Floats = [.. floats];
        attribute.Ints = [.. ints];
        attribute.Texts = [.. texts];
        return attribute;
    }
}
