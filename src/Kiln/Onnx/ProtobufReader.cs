using System.Buffers.Binary;
using System.Text;

namespace Kiln.Onnx;

/// <summary>
/// Reads the protocol buffer wire format, strictly: anything malformed is an <see cref="InvalidDataException"/> with its byte offset.
/// </summary>
/// <param name="data">The message's bytes.</param>
/// <param name="start">Where in the file the message starts, for errors.</param>
ref struct ProtobufReader(ReadOnlySpan<byte> data, int start)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly ReadOnlySpan<byte> _data = data;
    readonly int _start = start;
    int _position;
    int _wireType;

    /// <summary>Moves to the next field and gives its number, or 0 at the end of the message.</summary>
    public int NextField()
    {
        if (_position == _data.Length)
            return 0;
        var key = Varint();
        _wireType = (int)(key & 7);
        var field = key >> 3;
        if (field is 0 or > 536_870_911)
            throw Malformed("a field number out of range");
        return (int)field;
    }

    /// <summary>Passes over the value of a field that nobody needs.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case 0: Varint(); break;
            case 1: Take(8); break;
            case 2: Take(Length()); break;
            case 5: Take(4); break;
            default: throw Malformed("wire type " + _wireType);
        }
    }

    public long Int64()
    {
        Expect(0);
        return (long)Varint();
    }

    public int Int32()
    {
        var value = Int64();
        return value == (int)value ? (int)value : throw Malformed("a number beyond 32 bits");
    }

    public float Float()
    {
        Expect(5);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(4));
    }

    public ReadOnlySpan<byte> Bytes()
    {
        Expect(2);
        return Take(Length());
    }

    public string Text()
    {
        var bytes = Bytes();
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("text that is not UTF-8");
        }
    }

    public ProtobufReader Message()
    {
        var bytes = Bytes();
        return new(bytes, _start + _position - bytes.Length);
    }

    /// <summary>One value, or a run of packed ones: writers may use either.</summary>
    public void Int64s(List<long> values)
    {
        if (_wireType == 0)
        {
            values.Add(Int64());
            return;
        }
        var packed = Message();
        while (packed._position < packed._data.Length)
            values.Add((long)packed.Varint());
    }

    /// <inheritdoc cref="Int64s"/>
    public void Floats(List<float> values)
    {
        if (_wireType == 5)
        {
            values.Add(Float());
            return;
        }
        var packed = Message();
        while (packed._position < packed._data.Length)
            values.Add(BinaryPrimitives.ReadSingleLittleEndian(packed.Take(4)));
    }

    /// <inheritdoc cref="Int64s"/>
    public void Doubles(List<float> values)
    {
        if (_wireType == 1)
        {
            values.Add((float)BinaryPrimitives.ReadDoubleLittleEndian(Take(8)));
            return;
        }
        var packed = Message();
        while (packed._position < packed._data.Length)
            values.Add((float)BinaryPrimitives.ReadDoubleLittleEndian(packed.Take(8)));
    }

    public readonly InvalidDataException Malformed(string what) =>
        new($"Not a valid ONNX file: {what} at byte {_start + _position}.");

    ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Take(1)[0];
            if (shift == 63 && b > 1)
                break;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
        throw Malformed("a number beyond 64 bits");
    }

    int Length()
    {
        var length = Varint();
        return length <= (ulong)(_data.Length - _position) ? (int)length : throw Malformed("a field longer than the file");
    }

    ReadOnlySpan<byte> Take(int count)
    {
        if (count > _data.Length - _position)
            throw Malformed("the file ends too early");
        var taken = _data.Slice(_position, count);
        _position += count;
        return taken;
    }

    readonly void Expect(int expected)
    {
        if (_wireType != expected)
            throw Malformed($"wire type {_wireType} instead of {expected}");
    }
}
