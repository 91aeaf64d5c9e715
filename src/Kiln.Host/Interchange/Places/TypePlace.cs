using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>The type. A string with a list of valid values is a category.</summary>
sealed class TypePlace : IPlace
{
    public string Member => "type";

    public JsonValue? Read(Element element)
    {
        if (Spelled(element) is not { Type: { } type } spelled)
            return null;
        return Json.String(type == "text" && ValuesPlace.Find(element) is not null ? "category" : type, spelled.At);
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        var type = value?.Text ?? "text";
        if (Spelled(new(element.ToJson())) is { Type: { } spelled } && LogicalTypes.Fits(type, spelled))
            return;
        element.Remove("logicalTypeOptions");
        element.Set("logicalType", YamlJson.String(IsDay(owner) ? "date" : LogicalTypes.FromType(type)));
    }

    /// <summary>What the file calls the type, and ours for it, null where there is none.</summary>
    public static (string? Type, JsonValue At)? Spelled(Element element) =>
        element.Member("logicalType", JsonKind.String) is { } logical ? (LogicalTypes.ToType(logical.Text), logical)
        : element.Member("physicalType", JsonKind.String) is { } physical ? (LogicalTypes.FromPhysical(physical.Text), physical)
        : null;

    static bool IsDay(JsonValue owner) =>
        owner.Optional("type")?.Text == "date-time" && owner.Optional("dateFormat") is { } format && !format.Text.Contains("%H") && !format.Text.Contains("%I");
}
