using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Places;
using Kiln.Host.Interchange.Quality;

namespace Kiln.Host.Interchange;

/// <summary>What a file of the standard demands of the data and a contract cannot: told, because somebody relies on it being checked.</summary>
static class Unexpressed
{
    /// <summary>How wide a number is stored, where ours is as wide.</summary>
    static readonly string[] Widths = ["i64", "f32", "f64"];

    /// <param name="element">The schema object or property, after it was read.</param>
    public static IEnumerable<(JsonValue At, string What)> Find(Element element)
    {
        var isObject = element.Json.Optional("properties") is not null;
        if (!isObject && TypePlace.Spelled(element) is { Type: null or "text" } spelled && spelled.At.Text is var type && (spelled.Type is null || type == "time"))
            yield return (spelled.At, spelled.Type is null ? $"'{type}' is not a type of the standard or one that Kiln knows, so '{element.Name}' is read as text" : $"a time of day is no type of a contract, so '{element.Name}' is read as text");
        if (!isObject && TypePlace.Spelled(element) is null)
            yield return (element.Json, $"'{element.Name}' has no logicalType, so it is read as text");
        foreach (var option in element.Options?.Members ?? [])
            if (!element.IsTaken(option.Value) && !(option.Key == "format" && Widths.Contains(option.Value.Text)))
                yield return (option.Value, $"the option {option.Key} of '{element.Name}' cannot be said in a contract, so it is not checked");
        if (element.Json.Optional("relationships") is { } relationships)
            yield return (relationships, $"relationships of '{element.Name}' to other data cannot be said in a contract, so they are not checked");
        foreach (var rule in element.Rules.Where(rule => !rule.IsTaken && rule.Type != "text"))
            yield return (rule.Json, $"{Describe(rule)}, so this rule of '{element.Name}' is not checked");
    }

    static string Describe(QualityRule rule) => rule.Type switch
    {
        "custom" => $"{(rule.Text("engine") is { } engine ? $"a check of {engine}" : "another engine's check")} is not Kiln's to run",
        "sql" => "a query other than SELECT COUNT(*) FROM {object} WHERE … with mustBe: 0 cannot be a rule over a row",
        "library" when rule.Metric is null => "it has no metric",
        "library" when !QualityRule.Metrics.Contains(rule.Metric) => $"the metric \"{rule.Metric}\" is not one of the standard's{Nearest.Hint(rule.Metric, QualityRule.Metrics)}",
        "library" => $"a contract cannot say {rule.Metric} in this way",
        _ => $"the type \"{rule.Type}\" is not one of library, sql, text and custom",
    };
}
