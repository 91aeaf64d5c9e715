using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>Whether a value may be missing: <c>required</c>, or a rule that allows none to be.</summary>
sealed class NullablePlace : IPlace
{
    public string Member => "nullable";

    public JsonValue? Read(Element element)
    {
        foreach (var rule in element.Rules.Where(IsRequirement))
            rule.Take();
        return Json.Boolean(IsNullable(element), element.Member("required", JsonKind.Boolean) ?? element.Json);
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        var nullable = value is { Text: "true" };
        element.Set("required", new(YamlKind.Scalar) { Text = nullable ? "false" : "true" });
        if (nullable)
            QualityList.Remove(element, IsRequirement);
    }

    /// <summary>A primary key always has a value, whatever <c>required</c> says.</summary>
    public static bool IsNullable(Element element) => !element.Says("required") && !element.Says("primaryKey") && !element.Rules.Any(IsRequirement);

    static bool IsRequirement(QualityRule rule) => rule is { Metric: "nullValues" or "missingValues", AllowsNone: true };
}
