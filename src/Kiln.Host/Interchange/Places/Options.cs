using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>Writes members of <c>logicalTypeOptions</c>.</summary>
static class Options
{
    const string Name = "logicalTypeOptions";

    /// <summary>The standard refuses options where no logical type says which there are.</summary>
    public static void Set(YamlNode element, JsonValue owner, string member, YamlNode value)
    {
        if (element.Find("logicalType") is null)
            element.Set("logicalType", YamlJson.String(LogicalTypes.FromType(owner.Optional("type")?.Text)));
        element.Child(Name, YamlKind.Mapping).Set(member, value);
    }

    public static void Remove(YamlNode element, string member)
    {
        if (element.Find(Name) is not { } options)
            return;
        options.Remove(member);
        if (options.IsEmpty)
            element.Remove(Name);
    }
}
