using System.Globalization;
using System.Text;

namespace Kiln.Contracts.Json;

/// <summary>
/// A strict RFC 8259 reader. Our own, because a JSON package in the compiler's process meets other versions of itself
/// (dotnet/roslyn#41785, #80811), and because every value must know its line and column.
/// </summary>
public sealed class JsonReader
{
    const int MaxDepth = 64;

    readonly string _text;
    int _position;
    int _line = 1;
    int _lineStart;

    JsonReader(string text) => _text = text;

    int Column => _position - _lineStart + 1;

    /// <exception cref="JsonFormatException">The text is not one JSON value.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader._lineStart = ++reader._position;
        var value = reader.ReadValue(0);
        reader.SkipSpace();
        return reader._position == text.Length ? value : throw reader.Unexpected("the end of the file");
    }

    JsonValue ReadValue(int depth)
    {
        SkipSpace();
        if (depth > MaxDepth)
            throw Error($"nested deeper than {MaxDepth} levels");
        return Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => ReadStringValue(),
            't' => ReadLiteral("true", JsonKind.Boolean),
            'f' => ReadLiteral("false", JsonKind.Boolean),
            'n' => ReadLiteral("null", JsonKind.Null),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => throw Unexpected("a value"),
        };
    }

    JsonValue ReadObject(int depth)
    {
        var value = Start(JsonKind.Object, "");
        var names = new HashSet<string>(StringComparer.Ordinal);
        _position++;
        SkipSpace();
        if (TrySkip('}'))
            return value;
        do
        {
            SkipSpace();
            if (Peek() != '"')
                throw Unexpected("a \"name\"");
            var (line, column) = (_line, Column);
            var name = ReadString();
            if (!names.Add(name))
                throw new JsonFormatException($"\"{name}\" occurs twice in one object", line, column);
            SkipSpace();
            if (!TrySkip(':'))
                throw Unexpected("':'");
            value.Members.Add(new(name, ReadValue(depth + 1)));
            SkipSpace();
        }
        while (TrySkip(','));
        return TrySkip('}') ? value : throw Unexpected("',' or '}'");
    }

    JsonValue ReadArray(int depth)
    {
        var value = Start(JsonKind.Array, "");
        _position++;
        SkipSpace();
        if (TrySkip(']'))
            return value;
        do
        {
            value.Items.Add(ReadValue(depth + 1));
            SkipSpace();
        }
        while (TrySkip(','));
        return TrySkip(']') ? value : throw Unexpected("',' or ']'");
    }

    JsonValue ReadStringValue()
    {
        var (line, column) = (_line, Column);
        return new(JsonKind.String, ReadString(), line, column);
    }

    string ReadString()
    {
        var result = new StringBuilder();
        _position++;
        while (true)
        {
            var c = Peek();
            if (c == '"')
                break;
            if (c < ' ')
                throw Unexpected("the string's closing '\"'");
            _position++;
            result.Append(c == '\\' ? ReadEscape() : c);
        }
        _position++;
        return result.ToString();
    }

    char ReadEscape()
    {
        var c = Peek();
        _position++;
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                _position -= 2;
                throw Error("an unknown escape in a string; use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        }
    }

    JsonValue ReadNumber()
    {
        var start = _position;
        var column = Column;
        TrySkip('-');
        if (!TrySkip('0'))
            ReadDigits();
        if (TrySkip('.'))
            ReadDigits();
        if (TrySkip('e') || TrySkip('E'))
        {
            if (!TrySkip('-'))
                TrySkip('+');
            ReadDigits();
        }
        return new(JsonKind.Number, _text.Substring(start, _position - start), _line, column);
    }

    void ReadDigits()
    {
        if (Peek() is not (>= '0' and <= '9'))
            throw Unexpected("a digit");
        while (Peek() is >= '0' and <= '9')
            _position++;
    }

    JsonValue ReadLiteral(string literal, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0)
            throw Unexpected("a value");
        var value = Start(kind, literal);
        _position += literal.Length;
        return value;
    }

    JsonValue Start(JsonKind kind, string text) => new(kind, text, _line, Column);

    char Peek() => _position < _text.Length ? _text[_position] : '\0';

    bool TrySkip(char c)
    {
        if (Peek() != c || _position >= _text.Length)
            return false;
        _position++;
        return true;
    }

    void SkipSpace()
    {
        for (; _position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n'; _position++)
            if (_text[_position] == '\n')
                (_line, _lineStart) = (_line + 1, _position + 1);
    }

    JsonFormatException Unexpected(string expected) => Error(
        _position >= _text.Length ? $"the file ends where {expected} is expected" : $"{expected} is expected, not '{Peek()}'");

    JsonFormatException Error(string message) => new(message, _line, Column);
}
