using System.Globalization;
using System.Text;

namespace Kiln.Contracts.Json;

/// <summary>
/// Writes JSON that people review: two spaces, members in the order written, short things on one line, LF, a newline at the end.
/// The same content is always the same text, whatever the culture.
/// </summary>
public sealed class JsonWriter
{
    readonly StringBuilder _text = new();
    readonly Stack<(char Close, bool OneLine, bool Empty)> _open = new();
    bool _afterName;

    public JsonWriter Object(bool oneLine = false) => Open('{', '}', oneLine);

    public JsonWriter Array(bool oneLine = false) => Open('[', ']', oneLine);

    public JsonWriter End()
    {
        var (close, oneLine, empty) = _open.Pop();
        if (!empty && oneLine)
            _text.Append(close == '}' ? " " : "");
        else if (!empty)
            NewLine();
        _text.Append(close);
        return this;
    }

    public JsonWriter Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(": ");
        _afterName = true;
        return this;
    }

    public JsonWriter Value(string? value)
    {
        Separate();
        if (value is null)
            _text.Append("null");
        else
            Quote(value);
        return this;
    }

    public JsonWriter Value(bool value) => Raw(value ? "true" : "false");

    public JsonWriter Value(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The shortest text that reads back as the same double; JSON has no NaN or infinity, they become null.</summary>
    public JsonWriter Value(double value) => Raw(
        double.IsNaN(value) || double.IsInfinity(value) ? "null" : Shortest(value));

    /// <summary>An array on one line.</summary>
    public JsonWriter Strings(IEnumerable<string> values)
    {
        Array(oneLine: true);
        foreach (var value in values)
            Value(value);
        return End();
    }

    public override string ToString() => _text + "\n";

    /// <summary>The same on every runtime: .NET Framework's "R" is not always the shortest, so try the lengths.</summary>
    internal static string Shortest(double value)
    {
        for (var digits = 15; digits < 17; digits++)
        {
            var text = value.ToString("G" + digits, CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value)
                return text;
        }
        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    JsonWriter Raw(string text)
    {
        Separate();
        _text.Append(text);
        return this;
    }

    JsonWriter Open(char open, char close, bool oneLine)
    {
        Separate();
        _text.Append(open);
        _open.Push((close, oneLine || (_open.Count > 0 && _open.Peek().OneLine), true));
        return this;
    }

    void Separate()
    {
        if (_afterName)
        {
            _afterName = false;
            return;
        }
        if (_open.Count == 0)
            return;
        var (close, oneLine, empty) = _open.Pop();
        if (!empty)
            _text.Append(oneLine ? ", " : ",");
        else if (oneLine && close == '}')
            _text.Append(' ');
        _open.Push((close, oneLine, false));
        if (!oneLine)
            NewLine();
    }

    void NewLine() => _text.Append('\n').Append(' ', 2 * _open.Count);

    void Quote(string value)
    {
        _text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                < ' ' or (>= '\uD800' and <= '\uDFFF') or '\u2028' or '\u2029' => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => _text.Append(c),
            };
        _text.Append('"');
    }
}
