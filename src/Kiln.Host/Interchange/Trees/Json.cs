using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Host.Interchange.Trees;

/// <summary>JSON values as data: made, compared, moved, shown.</summary>
static class Json
{
    public static JsonValue String(string text, JsonValue at) => new(JsonKind.String, text, at.Line, at.Column);

    public static JsonValue Boolean(bool value, JsonValue at) => new(JsonKind.Boolean, value ? "true" : "false", at.Line, at.Column);

    public static JsonValue Number(double value, JsonValue at) => new(JsonKind.Number, value.ToString("R", CultureInfo.InvariantCulture), at.Line, at.Column);

    public static JsonValue Null(JsonValue at) => new(JsonKind.Null, "null", at.Line, at.Column);

    public static JsonValue Array(IEnumerable<JsonValue> items, JsonValue at)
    {
        var array = new JsonValue(JsonKind.Array, "", at.Line, at.Column);
        array.Items.AddRange(items);
        return array;
    }

    public static JsonValue Object(JsonValue at) => new(JsonKind.Object, "", at.Line, at.Column);

    /// <summary>Sets, or with null takes away, a member.</summary>
    public static void Set(this JsonValue value, string name, JsonValue? member)
    {
        var index = value.Members.FindIndex(other => other.Key == name);
        if (index >= 0)
            value.Members.RemoveAt(index);
        if (member is not null)
            value.Members.Insert(index < 0 ? value.Members.Count : index, new(name, member));
    }

    /// <summary>The same value at another place: what is wrong with it is told there.</summary>
    public static JsonValue At(this JsonValue value, JsonValue place)
    {
        var moved = new JsonValue(value.Kind, value.Text, place.Line, place.Column);
        moved.Items.AddRange(value.Items.Select(item => item.At(place)));
        moved.Members.AddRange(value.Members.Select(member => KeyValuePair.Create(member.Key, member.Value.At(place))));
        return moved;
    }

    /// <summary>Whether two values say the same; what is not there says what JSON's null does, and numbers are compared as doubles.</summary>
    public static bool AreSame(JsonValue? a, JsonValue? b)
    {
        if (a is null or { Kind: JsonKind.Null } || b is null or { Kind: JsonKind.Null })
            return (a is null or { Kind: JsonKind.Null }) && (b is null or { Kind: JsonKind.Null });
        return a.Kind == b.Kind && a.Kind switch
        {
            JsonKind.Number => a.Text == b.Text || double.Parse(a.Text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(double.Parse(b.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            JsonKind.Array => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => AreSame(pair.First, pair.Second)),
            JsonKind.Object => a.Members.Concat(b.Members).All(member => AreSame(a.Optional(member.Key), b.Optional(member.Key))),
            _ => a.Text == b.Text,
        };
    }

    /// <summary>On one line.</summary>
    public static string Show(this JsonValue value)
    {
        var json = new JsonWriter();
        Write(json, value);
        return json.ToString().TrimEnd('\n');
    }

    static void Write(JsonWriter json, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                json.Object(oneLine: true);
                foreach (var member in value.Members)
                    Write(json.Name(member.Key), member.Value);
                json.End();
                break;
            case JsonKind.Array:
                json.Array(oneLine: true);
                value.Items.ForEach(item => Write(json, item));
                json.End();
                break;
            case JsonKind.String:
                json.Value(value.Text);
                break;
            case JsonKind.Number:
                json.Value(value.AsDouble());
                break;
            case JsonKind.Boolean:
                json.Value(value.Text == "true");
                break;
            default:
                json.Value((string?)null);
                break;
        }
    }
}
