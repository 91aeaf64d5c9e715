using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>The pattern of a string: an option, or a rule that allows no other values. One that cannot be matched in bounded time is not taken.</summary>
sealed class PatternPlace : IPlace
{
    public string Member => "pattern";

    public JsonValue? Read(Element element)
    {
        if (TypePlace.Spelled(element) is not { Type: "text" })
            return null;
        if (element.Options?.Optional(Member) is { } option && IsPattern(option))
            return Whole(element.Option(Member, JsonKind.String)!);
        if (element.Rules.FirstOrDefault(HasPattern) is not { } rule)
            return null;
        rule.Take();
        return Whole(rule.Argument(Member)!);
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        QualityList.Remove(element, HasPattern);
        if (value is { Kind: JsonKind.String } && TypePlace.Spelled(new(element.ToJson())) is { Type: "text" })
            Options.Set(element, owner, Member, YamlJson.String(WholePattern.ToStandard(value.Text)));
        else
            Options.Remove(element, Member);
    }

    bool HasPattern(QualityRule rule) =>
        rule is { Metric: "invalidValues", AllowsNone: true } && rule.Argument("validValues") is null && rule.Argument(Member) is { } pattern && IsPattern(pattern);

    /// <summary>Alone first: one with a bracket too many would be another one between others.</summary>
    static bool IsPattern(JsonValue value) =>
        value.Kind == JsonKind.String && TextPattern.Problem(value.Text) is null && TextPattern.Problem(WholePattern.FromStandard(value.Text)) is null;

    static JsonValue Whole(JsonValue found) => Json.String(WholePattern.FromStandard(found.Text), found);
}
