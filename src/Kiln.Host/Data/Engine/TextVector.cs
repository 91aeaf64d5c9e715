using System.Runtime.Intrinsics;

namespace Kiln.Host.Data.Engine;

/// <summary>
/// A column of text in DuckDB's memory (<c>duckdb_string_t</c>, sixteen bytes each): up to twelve bytes inside, longer ones behind a pointer.
/// </summary>
readonly unsafe struct TextVector(byte* data, ulong* validity)
{
    /// <summary>Bytes of a field.</summary>
    public const int Size = 16;

    const int InlineLength = 12;

    /// <summary>The field's UTF-8 without the blanks around it; empty where it is missing.</summary>
    public ReadOnlySpan<byte> this[int row] => Trim(Untrimmed(row));

    /// <summary>The field's UTF-8 as it is; empty where it is missing.</summary>
    public ReadOnlySpan<byte> Untrimmed(int row)
    {
        if (validity is not null && (validity[row >> 6] >> (row & 63) & 1) == 0)
            return default;
        var field = data + (long)row * Size;
        var length = *(int*)field;
        return new(length <= InlineLength ? field + 4 : *(byte**)(field + 8), length);
    }

    /// <summary>Whether the field has a NUL in it.</summary>
    public bool HoldsNul(int row)
    {
        if (validity is not null && (validity[row >> 6] >> (row & 63) & 1) == 0)
            return false;
        var field = data + (long)row * Size;
        var length = *(int*)field;
        if (length > InlineLength)
            return new ReadOnlySpan<byte>(*(byte**)(field + 8), length).Contains((byte)0);
        var zeros = Vector128.Equals(Vector128.Load(field), default).ExtractMostSignificantBits() >> 4;
        return (zeros & (1u << length) - 1) != 0;
    }

    /// <summary>Makes a field of a text, which must stay where it is and have twelve bytes that can be read, however short it is.</summary>
    public static void Set(byte* field, byte* text, int length)
    {
        *(int*)field = length;
        if (length > InlineLength)
            *(byte**)(field + 8) = text;
        else
        {
            *(ulong*)(field + 4) = *(ulong*)text;
            *(uint*)(field + 12) = *(uint*)(text + 8);
        }
    }

    /// <summary>Takes one of each two quotes out of a field, where it is.</summary>
    public static void Undouble(byte* field, byte quote)
    {
        var length = *(int*)field;
        var text = length <= InlineLength ? field + 4 : *(byte**)(field + 8);
        var to = 0;
        for (var from = 0; from < length; from++)
        {
            text[to++] = text[from];
            if (text[from] == quote)
                from++;
        }
        Set(field, text, to);
    }

    static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        text.Length == 0 || (text[0] > ' ' && text[^1] > ' ') ? text : text.Trim(" \t"u8);
}
