using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Kiln.Contracts;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Values;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Json;

/// <summary>Reads one line that is one object, member by member.</summary>
sealed class JsonObjectLine(string path)
{
    static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    readonly ArrayBufferWriter<byte> _name = new();
    readonly ArrayBufferWriter<byte> _text = new();
    readonly HashSet<int> _seen = [];

    /// <param name="member">The number of its name.</param>
    /// <param name="value">A number as it is written, a string's text, <c>true</c> or <c>false</c>; empty for null and for what is nested.</param>
    /// <param name="offset">The byte of the line at which it begins.</param>
    public delegate void TakeMember(int member, ReadOnlySpan<byte> value, bool isNested, int offset);

    /// <param name="names">The members' names; one that is new is added.</param>
    /// <exception cref="BuildException">The line is no object, or broken.</exception>
    public void Read(ReadOnlySpan<byte> line, int number, TextPool names, TakeMember take)
    {
        if (!Utf8.IsValid(line))
            throw new BuildException(FileProblems.NotText(path, number, 1));
        var reader = new Utf8JsonReader(line, Options);
        try
        {
            Read(ref reader, line, number, names, take);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Of an escaped half of a surrogate pair JSON's reader says only that it is one.
            var at = e is JsonException { BytePositionInLine: { } position } ? (int)Math.Min(position, line.Length) : (int)reader.TokenStartIndex;
            throw Broken(line, number, at, "is broken here");
        }
    }

    /// <summary>The column of a byte of a line, counted as editors do.</summary>
    public static int Column(ReadOnlySpan<byte> line, int offset) => Encoding.UTF8.GetCharCount(line[..offset]) + 1;

    void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, int number, TextPool names, TakeMember take)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Broken(line, number, (int)reader.TokenStartIndex, "is no object");
        _seen.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = (int)reader.TokenStartIndex;
            var name = Text(ref reader, _name).Trim(" \t"u8);
            if (name.Length == 0)
                throw Broken(line, number, place, "has a member without a name");
            var member = names.Add(name);
            if (!_seen.Add(member))
                throw Broken(line, number, place, $"has two members '{names.Text(member)}'");
            reader.Read();
            place = (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
                take(member, default, true, place);
            }
            else
            {
                var value = reader.TokenType == JsonTokenType.Null ? default : Text(ref reader, _text);
                if (value.Contains((byte)0))
                    throw new BuildException(FileProblems.HoldsNul(path, number, Column(line, place)));
                take(member, value, false, place);
            }
        }
        // What follows the object is found here.
        reader.Read();
    }

    static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader, ArrayBufferWriter<byte> unescaped)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        unescaped.ResetWrittenCount();
        var length = reader.CopyString(unescaped.GetSpan(reader.ValueSpan.Length));
        unescaped.Advance(length);
        return unescaped.WrittenSpan;
    }

    BuildException Broken(ReadOnlySpan<byte> line, int number, int offset, string what) => new(path, number, Column(line, offset), Ids.DataUnreadable,
        $"this line {what}, and each line must be one JSON object, {{\"name\": value, …}}, with each name once; correct it, or write the file with one object a line");
}
