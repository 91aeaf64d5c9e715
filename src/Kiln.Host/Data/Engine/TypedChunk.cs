using System.Runtime.InteropServices;

namespace Kiln.Host.Data.Engine;

/// <summary>
/// Rows whose values DuckDB gives as they are, and which become text here: in a third of the time that its casts take, and where they are looked at,
/// several columns at a time.
/// </summary>
/// <param name="types">How each column becomes text; null where it is.</param>
sealed unsafe class TypedChunk(IReadOnlyList<ValueText?> types) : IRowChunk, IDisposable
{
    /// <summary>Rows that DuckDB gives at a time, at most.</summary>
    const int Capacity = 2048;

    readonly byte*[] _fields = new byte*[types.Count];
    readonly bool[] _isWritten = new bool[types.Count];
    RowChunk? _rows;

    public int Rows => _rows!.Rows;

    /// <summary>A column may be asked for on any thread, but not on two at once.</summary>
    public TextVector this[int column] => types[column] is { } text ? Write(column, text) : _rows![column];

    /// <summary>Goes on to other rows.</summary>
    public TypedChunk Over(RowChunk rows)
    {
        _rows = rows.Rows <= Capacity ? rows : throw new ArgumentException("more rows than there is room for", nameof(rows));
        Array.Clear(_isWritten);
        return this;
    }

    TextVector Write(int column, ValueText text)
    {
        if (_fields[column] is null)
            _fields[column] = (byte*)NativeMemory.Alloc(Capacity, TextVector.Size + NumberWriter.Longest);
        if (!_isWritten[column])
            Write(_fields[column], _rows!.Values(column), _rows.Validity(column), text);
        _isWritten[column] = true;
        return new(_fields[column], null);
    }

    void Write(byte* fields, byte* values, ulong* validity, ValueText text)
    {
        var bytes = fields + Capacity * TextVector.Size;
        for (var row = 0; row < Rows; row++, bytes += NumberWriter.Longest)
        {
            var isThere = validity is null || (validity[row >> 6] >> (row & 63) & 1) != 0;
            TextVector.Set(fields + (long)row * TextVector.Size, bytes, isThere ? text.Write(values + (long)row * text.Size, new(bytes, NumberWriter.Longest)) : 0);
        }
    }

    public void Dispose()
    {
        foreach (var fields in _fields)
            NativeMemory.Free(fields);
    }
}
