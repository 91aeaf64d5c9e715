using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>The share of rows that may have no value: a rule in percent. A number of rows says nothing about a file of another size.</summary>
sealed class MaxMissingPlace : IPlace
{
    public string Member => "maxMissing";

    public bool IsMetric => true;

    public JsonValue? Read(Element element)
    {
        var rules = element.Rules.Where(IsShare).ToList();
        rules.ForEach(rule => rule.Take());
        return NullablePlace.IsNullable(element) && rules.MinBy(rule => rule.Share) is { } strictest ? Json.Number(strictest.Share!.Value, strictest.Json) : null;
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        QualityList.Remove(element, IsShare);
        if (value is { Kind: JsonKind.Number } && value.AsDouble() is > 0 and <= 1)
            QualityList.Add(element, ("metric", YamlJson.String("nullValues")),
                ("mustBeLessOrEqualTo", new(YamlKind.Scalar) { Text = Shares.ToPercent(value.AsDouble()) }), ("unit", YamlJson.String("percent")));
    }

    static bool IsShare(QualityRule rule) => rule is { Metric: "nullValues" or "missingValues", Share: not null };
}
