using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;

namespace Kiln.Host.Interchange.Places;

/// <summary>A schema object or a property of the standard, while a contract is read from it: it remembers what was understood.</summary>
sealed class Element(JsonValue json)
{
    readonly HashSet<JsonValue> _taken = [];

    public JsonValue Json { get; } = json;

    public IReadOnlyList<QualityRule> Rules { get; } =
        [.. (Items(json, "quality") ?? []).Where(item => item.Kind == JsonKind.Object).Select(item => new QualityRule(item))];

    /// <summary>The properties of an object, in order.</summary>
    public IReadOnlyList<Element> Properties { get; } =
        [.. (Items(json, "properties") ?? []).Where(item => item.Kind == JsonKind.Object).Select(item => new Element(item))];

    /// <summary>The name of the column in the data: the standard's other name may be one for people.</summary>
    public string Name => Text("physicalName") ?? Text("name") ?? "";

    /// <summary>Whether a column of a table can be that: nothing with parts of its own.</summary>
    public bool IsColumn => Text("logicalType") is not ("object" or "array");

    public JsonValue? Options => Json.Optional("logicalTypeOptions") is { Kind: JsonKind.Object } options ? options : null;

    /// <summary>A member of that kind; one of another kind says nothing that can be taken.</summary>
    public JsonValue? Member(string name, JsonKind kind) => Json.Optional(name) is { } value && value.Kind == kind ? value : null;

    public JsonValue? Option(string name, JsonKind kind)
    {
        if (Options?.Optional(name) is not { } value || value.Kind != kind)
            return null;
        _taken.Add(value);
        return value;
    }

    public bool IsTaken(JsonValue option) => _taken.Contains(option);

    public string? Text(string name) => Member(name, JsonKind.String)?.Text;

    public bool Says(string name) => Member(name, JsonKind.Boolean) is { Text: "true" };

    static IReadOnlyList<JsonValue>? Items(JsonValue json, string name) => json.Optional(name) is { Kind: JsonKind.Array } array ? array.Items : null;
}
