using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>What the standard has no word for: <c>customProperties</c> whose names begin with <c>kiln.</c>. Others' are not touched.</summary>
static class CustomProperties
{
    const string Name = "customProperties";
    const string Prefix = "kiln.";

    /// <summary>Ours, without the prefix, in order. One without a value says that the contract has no such member, whatever the standard's part says.</summary>
    public static IEnumerable<(string Member, JsonValue Value)> Read(JsonValue element)
    {
        foreach (var item in element.Optional(Name) is { Kind: JsonKind.Array } list ? list.Items : [])
            if (item.Kind == JsonKind.Object && item.Optional("property") is { Kind: JsonKind.String } name && name.Text.StartsWith(Prefix, StringComparison.Ordinal))
                yield return (name.Text[Prefix.Length..], item.Optional("value") ?? Json.Null(name));
    }

    /// <summary>Makes ours say this and nothing else.</summary>
    public static void Write(YamlNode element, IReadOnlyList<(string Member, JsonValue Value)> properties)
    {
        if (element.Find(Name) is { } list)
        {
            list.Items.RemoveAll(item => MemberOf(item) is { } member && properties.All(property => property.Member != member));
            if (list.IsEmpty)
                element.Remove(Name);
        }
        foreach (var (member, value) in properties)
        {
            var items = element.Child(Name, YamlKind.Sequence).Items;
            var item = items.Find(item => MemberOf(item) == member);
            if (item is null)
            {
                items.Add(item = new(YamlKind.Mapping));
                item.Set("property", YamlJson.String(Prefix + member));
            }
            if (item.Find("value") is not { } there || !Json.AreSame(there.ToJson(), value) || there.ToJson().Kind != value.Kind)
                item.Set("value", value.ToYaml());
        }
    }

    static string? MemberOf(YamlNode item) =>
        item.Find("property") is { Kind: YamlKind.Scalar } name && name.Text.StartsWith(Prefix, StringComparison.Ordinal) ? name.Text[Prefix.Length..] : null;
}
