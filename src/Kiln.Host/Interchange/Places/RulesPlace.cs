using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>Rules over a row: the standard's queries that count the rows that break them. Other queries than these stay in the file.</summary>
sealed class RulesPlace : IPlace
{
    public string Member => "rules";

    public JsonValue? Read(Element element)
    {
        var rules = new List<JsonValue>();
        foreach (var (owner, column) in element.Properties.Select(property => (property, (string?)property.Name)).Append((element, null)))
            foreach (var rule in owner.Rules)
                if (Read(rule, element, column) is { } read)
                {
                    rule.Take();
                    rules.Add(read);
                }
        return rules.Count > 0 ? Json.Array(rules, rules[0]) : null;
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        var wanted = value is { Kind: JsonKind.Array } ? value.Items.Where(RowQuery.CanWrite).ToList() : [];
        var table = new Element(element.ToJson());
        foreach (var property in element.Find("properties")?.Items ?? [])
            RemoveUnwanted(property, new Element(property.ToJson()).Name);
        RemoveUnwanted(element, null);
        var there = Read(new(element.ToJson()))?.Items ?? [];
        foreach (var item in wanted.Where(item => !there.Any(other => Json.AreSame(other, item))))
        {
            CustomProperties.Write(QualityList.Add(element, RowQuery.Write(item)), RowQuery.Rest(item));
            // SQL that would not be read again as this rule must not stand there a second time after the next export.
            QualityList.Remove(element, rule => rule.Text("name") == item.Required("name").Text && !Json.AreSame(Read(rule, table, null), item));
        }

        void RemoveUnwanted(YamlNode from, string? column) =>
            QualityList.Remove(from, rule => Read(rule, table, column) is { } read && !RowQuery.HasQuery(read) && !wanted.Any(item => Json.AreSame(item, read)));
    }

    static JsonValue? Read(QualityRule rule, Element table, string? column) => RowQuery.Read(rule, table.Text("physicalName"), table.Text("name"), column);
}
