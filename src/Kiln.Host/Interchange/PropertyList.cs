using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Places;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange;

/// <summary>The properties of the dataset's schema object.</summary>
static class PropertyList
{
    const string Name = "properties";

    /// <summary>
    /// Puts the properties into the contract's order and adds what is missing. A property of a column that the contract no longer has is
    /// taken out; one that no column can be, such as an array, stays behind the one before it.
    /// </summary>
    /// <returns>The property of each column.</returns>
    public static IReadOnlyList<YamlNode> Arrange(YamlNode schemaObject, IReadOnlyList<JsonValue> columns)
    {
        var there = schemaObject.Child(Name, YamlKind.Sequence).Items.ToList();
        var found = columns.Select(column => there.Find(item => IsColumn(item) && NameOf(item) == column.Required("name").Text) ?? New(column.Required("name"))).ToList();
        var arranged = there.TakeWhile(item => !IsColumn(item)).ToList();
        var behind = new Dictionary<YamlNode, List<YamlNode>>();
        foreach (var item in there.Skip(arranged.Count))
            if (IsColumn(item))
                behind[item] = [];
            else
                behind.Last().Value.Add(item);
        foreach (var property in found)
            arranged.AddRange([property, .. behind.GetValueOrDefault(property, [])]);
        arranged.AddRange(behind.Where(pair => !found.Contains(pair.Key)).SelectMany(pair => pair.Value));
        var items = schemaObject.Child(Name, YamlKind.Sequence).Items;
        items.Clear();
        items.AddRange(arranged);
        return found;
    }

    static bool IsColumn(YamlNode item) => new Element(item.ToJson()).IsColumn;

    static string NameOf(YamlNode item) => new Element(item.ToJson()).Name;

    static YamlNode New(JsonValue name)
    {
        var property = new YamlNode(YamlKind.Mapping);
        property.Set("name", name.ToYaml());
        return property;
    }
}
