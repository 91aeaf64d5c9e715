using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// The texts that mean a missing value: an argument of the rule that counts them. The standard says them nowhere else, so without such a rule
/// a custom property does.
/// </summary>
sealed class MissingPlace : IPlace
{
    public string Member => "missing";

    public JsonValue? Read(Element element) =>
        element.Rules.FirstOrDefault(HasTexts)?.Argument("missingValues") is { } texts
            ? Json.Array(texts.Items.Where(item => item.Kind != JsonKind.Null && item.Text.Length > 0).DistinctBy(item => item.Text).Select(item => Json.String(item.Text, item)), texts)
            : null;

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        if (value is not null && QualityList.Find(element, HasTexts) is { } rule)
            rule.Child("arguments", YamlKind.Mapping).Set("missingValues", Json.Array([Json.Null(value), Json.String("", value), .. value.Items], value).ToYaml());
    }

    static bool HasTexts(QualityRule rule) =>
        rule is { Metric: "missingValues" } && rule.Argument("missingValues") is { Kind: JsonKind.Array } texts
        && texts.Items.All(item => item.Kind is not (JsonKind.Array or JsonKind.Object)) && (rule.AllowsNone || rule.Share is not null);
}
