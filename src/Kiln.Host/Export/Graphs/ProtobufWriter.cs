using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Kiln.Host.Export.Graphs;

/// <summary>Writes the protocol buffer wire format, field by field in the order of the calls.</summary>
sealed class ProtobufWriter
{
    readonly ArrayBufferWriter<byte> _buffer = new();

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void Int64(int field, long value)
    {
        Key(field, 0);
        Varint((ulong)value);
    }

    public void Float(int field, float value)
    {
        Key(field, 5);
        BinaryPrimitives.WriteSingleLittleEndian(Take(4), value);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Bytes(field, message._buffer.WrittenSpan);
    }

    /// <summary>Packed: one length and then the values.</summary>
    public void Int64s(int field, IReadOnlyCollection<long> values) => Message(field, packed =>
    {
        foreach (var value in values)
            packed.Varint((ulong)value);
    });

    /// <inheritdoc cref="Int64s"/>
    public void Floats(int field, IReadOnlyCollection<float> values) => Message(field, packed =>
    {
        foreach (var value in values)
            BinaryPrimitives.WriteSingleLittleEndian(packed.Take(4), value);
    });

    /// <inheritdoc cref="Int64s"/>
    public void Doubles(int field, IReadOnlyCollection<double> values) => Message(field, packed =>
    {
        foreach (var value in values)
            BinaryPrimitives.WriteDoubleLittleEndian(packed.Take(8), value);
    });

    void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, 2);
        Varint((ulong)value.Length);
        _buffer.Write(value);
    }

    void Key(int field, int wireType) => Varint((ulong)(field << 3 | wireType));

    void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Take(1)[0] = (byte)(value | 0x80);
        Take(1)[0] = (byte)value;
    }

    Span<byte> Take(int count)
    {
        var span = _buffer.GetSpan(count)[..count];
        _buffer.Advance(count);
        return span;
    }
}
