using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>The values that a string may have: an argument of the rule that allows no others. A list that is open or has a tolerance is no such rule, and stays ours.</summary>
sealed class ValuesPlace : IPlace
{
    public string Member => "values";

    public bool IsMetric => true;

    public JsonValue? Read(Element element) => Find(element) is { } rule ? ReadValues(rule) : null;

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        var isRule = value is { Kind: JsonKind.Array } && owner.Optional("open") is null && owner.Optional("tolerance") is null
            && value.Items.All(item => item.Kind == JsonKind.String) && TypePlace.Spelled(new(element.ToJson())) is { Type: "text" };
        if (!isRule)
            QualityList.Remove(element, HasValues);
        else if (QualityList.Find(element, HasValues) is { } rule)
            rule.Child("arguments", YamlKind.Mapping).Set("validValues", value!.ToYaml());
        else
        {
            var arguments = new YamlNode(YamlKind.Mapping);
            arguments.Set("validValues", value!.ToYaml());
            QualityList.Add(element, ("metric", YamlJson.String("invalidValues")), ("arguments", arguments), ("mustBe", new(YamlKind.Scalar) { Text = "0" }));
        }
    }

    /// <summary>The rule, if the element is a string.</summary>
    public static QualityRule? Find(Element element)
    {
        var rule = TypePlace.Spelled(element) is { Type: "text" } ? element.Rules.FirstOrDefault(HasValues) : null;
        rule?.Take();
        return rule;
    }

    /// <summary>A number in the list is a text too, as it is spelled: that is how the column's fields are compared.</summary>
    static JsonValue ReadValues(QualityRule rule)
    {
        var values = rule.Argument("validValues")!;
        return Json.Array(values.Items.Where(item => item.Kind != JsonKind.Null).DistinctBy(item => item.Text).Select(item => Json.String(item.Text, item)), values);
    }

    static bool HasValues(QualityRule rule) =>
        rule is { Metric: "invalidValues", AllowsNone: true } && rule.Argument("validValues") is { Kind: JsonKind.Array } values
        && values.Items.All(item => item.Kind is not (JsonKind.Array or JsonKind.Object)) && values.Items.Any(item => item.Kind != JsonKind.Null);
}
