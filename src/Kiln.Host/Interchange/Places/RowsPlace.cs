using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>The fewest rows there must be: the rule that counts them. What else the contract says of rows is ours alone.</summary>
sealed class RowsPlace : IPlace
{
    public string Member => "rows";

    public bool IsMetric => true;

    public JsonValue? Read(Element element)
    {
        if (element.Rules.FirstOrDefault(HasRows) is not { } rule)
            return null;
        rule.Take();
        var rows = Json.Object(rule.Json);
        rows.Set("min", Json.Number(rule.Rows!.Value.Least!.Value, rule.Json));
        return rows;
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        var min = value is { Kind: JsonKind.Object } ? value.Optional("min") : null;
        if (Json.AreSame(Read(new(element.ToJson()))?.Optional("min"), min))
            return;
        QualityList.Remove(element, HasRows);
        if (min is { Kind: JsonKind.Number })
            QualityList.Add(element, ("metric", YamlJson.String("rowCount")), ("mustBeGreaterOrEqualTo", min.ToYaml()));
    }

    static bool HasRows(QualityRule rule) => rule is { Metric: "rowCount", Rows: { Least: >= 0, Most: null } };
}
