using System.Text.RegularExpressions;
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
            return element.Option(Member, JsonKind.String);
        var rule = element.Rules.FirstOrDefault(HasPattern);
        rule?.Take();
        return rule?.Argument(Member);
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        QualityList.Remove(element, HasPattern);
        if (value is { Kind: JsonKind.String } && TypePlace.Spelled(new(element.ToJson())) is { Type: "text" })
            Options.Set(element, owner, Member, value.ToYaml());
        else
            Options.Remove(element, Member);
    }

    bool HasPattern(QualityRule rule) =>
        rule is { Metric: "invalidValues", AllowsNone: true } && rule.Argument("validValues") is null && rule.Argument(Member) is { } pattern && IsPattern(pattern);

    static bool IsPattern(JsonValue value)
    {
        try
        {
            return value.Kind == JsonKind.String && new Regex(value.Text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
