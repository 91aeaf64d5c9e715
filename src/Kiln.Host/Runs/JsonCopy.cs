using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Host.Runs;

/// <summary>JSON inside of other JSON.</summary>
static class JsonCopy
{
    /// <summary>As text of its own.</summary>
    public static string Text(JsonValue value)
    {
        var json = new JsonWriter();
        Write(json, value, _ => false);
        return json.ToString();
    }

    /// <param name="isLeftOut">Which members of which object are not copied.</param>
    public static void Write(JsonWriter json, JsonValue value, Func<(JsonValue Object, string Member), bool> isLeftOut)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                json.Object();
                foreach (var (name, member) in value.Members)
                    if (!isLeftOut((value, name)))
                        Write(json.Name(name), member, isLeftOut);
                json.End();
                break;
            case JsonKind.Array:
                json.Array(oneLine: value.Items.TrueForAll(item => item.Kind != JsonKind.Object));
                foreach (var item in value.Items)
                    Write(json, item, isLeftOut);
                json.End();
                break;
            case JsonKind.Boolean:
                json.Value(value.AsBoolean());
                break;
            case JsonKind.Number when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                json.Value(whole);
                break;
            case JsonKind.Number:
                json.Value(value.AsDouble());
                break;
            default:
                json.Value(value.Kind == JsonKind.Null ? null : value.Text);
                break;
        }
    }
}
