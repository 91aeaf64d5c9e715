using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>Whether no value may occur twice: <c>unique</c>, or a rule that allows no duplicates.</summary>
sealed class UniquePlace : IPlace
{
    public string Member => "unique";

    public JsonValue? Read(Element element)
    {
        var rules = element.Rules.Where(IsUniqueness).ToList();
        rules.ForEach(rule => rule.Take());
        return element.Says("unique") || rules.Count > 0
            ? Json.Boolean(true, element.Member("unique", JsonKind.Boolean) ?? rules[0].Json)
            : null;
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        if (value is { Kind: JsonKind.Boolean, Text: "true" })
        {
            element.Set("unique", new(YamlKind.Scalar) { Text = "true" });
            return;
        }
        element.Remove("unique");
        QualityList.Remove(element, IsUniqueness);
    }

    static bool IsUniqueness(QualityRule rule) => rule is { Metric: "duplicateValues", AllowsNone: true };
}
