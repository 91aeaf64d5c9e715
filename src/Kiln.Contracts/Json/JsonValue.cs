using System.Globalization;

namespace Kiln.Contracts.Json;

public enum JsonKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A JSON value that knows where it stood, so that every complaint about it can be located.</summary>
public sealed class JsonValue(JsonKind kind, string text, int line, int column)
{
    public JsonKind Kind { get; } = kind;

    /// <summary>The string's characters, or the literal as it was written.</summary>
    public string Text { get; } = text;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public List<JsonValue> Items { get; } = [];

    public List<KeyValuePair<string, JsonValue>> Members { get; } = [];

    public JsonFormatException Error(string message) => new(message, Line, Column);

    public string AsString() => Kind == JsonKind.String ? Text : throw Expected("a string");

    public bool AsBoolean() => Kind == JsonKind.Boolean ? Text == "true" : throw Expected("true or false");

    /// <remarks>.NET refuses or rounds to infinity what is too large, depending on the runtime: here it is an error on all.</remarks>
    public double AsDouble() => Kind != JsonKind.Number
        ? throw Expected("a number")
        : double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number
            : throw Expected("a number that fits 64 bits");

    public long AsInteger() => Kind == JsonKind.Number && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
        ? n
        : throw Expected("a whole number");

    /// <summary>A number from 0 to 1.</summary>
    public double AsShare() => AsDouble() is >= 0 and <= 1 and var share ? share : throw Expected("a share from 0 to 1");

    public IReadOnlyList<JsonValue> AsArray() => Kind == JsonKind.Array ? Items : throw Expected("an array");

    public IReadOnlyList<string> AsStrings() => [.. AsArray().Select(item => item.AsString())];

    public IReadOnlyList<string> AsDistinctStrings()
    {
        var values = new List<string>();
        foreach (var item in AsArray())
        {
            if (values.Contains(item.AsString()))
                throw item.Error($"\"{item.Text}\" occurs twice");
            values.Add(item.Text);
        }
        return values;
    }

    public IReadOnlyList<KeyValuePair<string, JsonValue>> AsObject() => Kind == JsonKind.Object ? Members : throw Expected("an object");

    /// <summary>The member of that name, or null where it is absent or JSON's null.</summary>
    public JsonValue? Optional(string name)
    {
        foreach (var member in AsObject())
            if (member.Key == name)
                return member.Value.Kind == JsonKind.Null ? null : member.Value;
        return null;
    }

    public JsonValue Required(string name) => Optional(name) ?? throw Error($"\"{name}\" is missing here");

    /// <summary>Refuses members that nothing reads: a misspelt key must not silently mean its default.</summary>
    public void AllowOnly(params string[] names)
    {
        foreach (var error in FindOthers(names))
            throw error;
    }

    /// <summary>An error for each member of another name.</summary>
    public IEnumerable<JsonFormatException> FindOthers(params string[] names) =>
        from member in AsObject()
        where Array.IndexOf(names, member.Key) < 0
        select member.Value.Error($"\"{member.Key}\" is not allowed here{Nearest.Hint(member.Key, names)}; use one of {string.Join(", ", names)}");

    JsonFormatException Expected(string what) => Error($"{what} is expected here");
}
