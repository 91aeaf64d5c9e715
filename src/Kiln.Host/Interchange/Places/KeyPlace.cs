using System.Globalization;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// The columns whose values together name a row: the properties of the primary key, by their positions. A key with a part that is no column, such
/// as an object, names no row here.
/// </summary>
sealed class KeyPlace : IPlace
{
    public string Member => "key";

    public JsonValue? Read(Element element)
    {
        var key = element.Properties.Where(property => property.Says("primaryKey")).OrderBy(Position).ToList();
        return key.Count > 0 && key.All(property => property.IsColumn) ? Json.Array(key.Select(property => Json.String(property.Name, property.Json)), key[0].Member("primaryKey", JsonKind.Boolean)!) : null;
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        if (value is not null && (value.Kind != JsonKind.Array || value.Items.Any(item => item.Kind != JsonKind.String)))
            return;
        var names = value?.Items.Select(item => item.Text).ToList() ?? [];
        foreach (var property in element.Find("properties")?.Items.Where(property => property.Kind == YamlKind.Mapping) ?? [])
            if (names.IndexOf(new Element(property.ToJson()).Name) is var position and >= 0)
            {
                property.Set("primaryKey", new(YamlKind.Scalar) { Text = "true" });
                property.Set("primaryKeyPosition", new(YamlKind.Scalar) { Text = (position + 1).ToString(CultureInfo.InvariantCulture) });
            }
            else
            {
                property.Remove("primaryKey");
                property.Remove("primaryKeyPosition");
            }
    }

    /// <summary>-1 is the standard's default; properties without a position are in their order.</summary>
    static double Position(Element property) =>
        property.Member("primaryKeyPosition", JsonKind.Number)?.AsDouble() is { } position and > 0 ? position : double.MaxValue;
}
