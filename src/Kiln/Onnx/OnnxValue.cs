namespace Kiln.Onnx;

/// <summary>An input or output of the graph: its name, what it holds, and its shape (-1 where the size is open, as for the rows).</summary>
sealed class OnnxValue
{
    public string Name { get; private set; } = "";

    public TensorElementType Type { get; private set; }

    public List<long> Dims { get; } = [];

    /// <summary>A value of the graph that is to become an output.</summary>
    public static OnnxValue Named(string name) => new() { Name = name };

    public static OnnxValue Read(ProtobufReader reader)
    {
        var value = new OnnxValue();
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: value.Name = reader.Text(); break;
                case 2: value.ReadType(reader.Message()); break;
                default: reader.Skip(); break;
            }
        }
        return value;
    }

    void ReadType(ProtobufReader reader)
    {
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
                ReadTensor(reader.Message());
            else
                reader.Skip();
        }
    }

    void ReadTensor(ProtobufReader reader)
    {
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: Type = (TensorElementType)reader.Int32(); break;
                case 2: ReadShape(reader.Message()); break;
                default: reader.Skip(); break;
            }
        }
    }

    void ReadShape(ProtobufReader reader)
    {
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
                Dims.Add(ReadDimension(reader.Message()));
            else
                reader.Skip();
        }
    }

    static long ReadDimension(ProtobufReader reader)
    {
        var size = -1L;
        while (reader.NextField() is var field and not 0)
        {
            if (field == 1)
                size = reader.Int64();
            else
                reader.Skip();
        }
        return size;
    }
}
