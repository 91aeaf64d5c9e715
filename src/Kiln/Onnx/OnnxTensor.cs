using System.Buffers.Binary;

namespace Kiln.Onnx;

/// <summary>A constant of the graph. Every integer type and <c>bool</c> is held as <c>long</c>, <c>double</c> as <c>float</c>.</summary>
sealed class OnnxTensor
{
    public string Name { get; private set; } = "";

    public TensorElementType Type { get; private set; }

    public long[] Dims { get; private set; } = [];

    public float[] Floats { get; private set; } = [];

    public long[] Ints { get; private set; } = [];

    public string[] Texts { get; private set; } = [];

    public static OnnxTensor Read(ProtobufReader reader)
    {
        var tensor = new OnnxTensor();
        List<long> dims = [];
        List<float> floats = [];
        List<long> ints = [];
        List<string> texts = [];
        ReadOnlySpan<byte> raw = default;
        while (reader.NextField() is var field and not 0)
        {
            switch (field)
            {
                case 1: reader.Int64s(dims); break;
                case 2: tensor.Type = (TensorElementType)reader.Int32(); break;
                case 4: reader.Floats(floats); break;
                case 5 or 7 or 11: reader.Int64s(ints); break;
                case 6: texts.Add(reader.Text()); break;
                case 8: tensor.Name = reader.Text(); break;
                case 9: raw = reader.Bytes(); break;
                case 10: reader.Doubles(floats); break;
                case 13 or 14: throw reader.Malformed("a tensor kept outside the file");
                default: reader.Skip(); break;
            }
        }
        tensor.Dims = [.. dims];
        if (!raw.IsEmpty)
            tensor.ReadRaw(raw, floats, ints, reader);
        tensor.Floats = [.. floats];
        tensor.Ints = [.. ints];
        tensor.Texts = [.. texts];
        tensor.CheckCount();
        return tensor;
    }

    void ReadRaw(ReadOnlySpan<byte> raw, List<float> floats, List<long> ints, ProtobufReader reader)
    {
        var size = Type switch
        {
            TensorElementType.Float or TensorElementType.Int32 => 4,
            TensorElementType.Int64 => 8,
            TensorElementType.Bool => 1,
            _ => throw reader.Malformed($"the tensor '{Name}' has raw data of type {Type}"),
        };
        if (raw.Length % size != 0)
            throw reader.Malformed($"the tensor '{Name}' has raw data of {raw.Length} bytes");
        for (; !raw.IsEmpty; raw = raw[size..])
        {
            switch (Type)
            {
                case TensorElementType.Float: floats.Add(BinaryPrimitives.ReadSingleLittleEndian(raw)); break;
                case TensorElementType.Int32: ints.Add(BinaryPrimitives.ReadInt32LittleEndian(raw)); break;
                case TensorElementType.Int64: ints.Add(BinaryPrimitives.ReadInt64LittleEndian(raw)); break;
                default: ints.Add(raw[0]); break;
            }
        }
    }

    void CheckCount()
    {
        var count = Type switch
        {
            TensorElementType.Float or TensorElementType.Double => Floats.Length,
            TensorElementType.String => Texts.Length,
            _ => Ints.Length,
        };
        var expected = 1L;
        foreach (var dim in Dims)
            expected = dim is >= 0 and <= int.MaxValue && expected <= int.MaxValue ? expected * dim : -1;
        if (count != expected)
        {
            var shape = string.Join(", ", Dims);
            throw new InvalidDataException($"Not a valid ONNX file: the tensor '{Name}' has {count} values for the shape [{shape}].");
        }
    }
}
