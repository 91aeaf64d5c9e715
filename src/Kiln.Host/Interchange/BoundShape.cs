using System.Globalization;
using System.Text.RegularExpressions;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;

namespace Kiln.Host.Interchange;

/// <summary>
/// A bound that is none would bound nothing, and somebody relies on it: <c>maximum: lots</c> is an error of the file, and nothing that only a
/// contract could not say.
/// </summary>
static partial class BoundShape
{
    static readonly string[] Ends = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    static readonly string[] Lengths = ["minLength", "maxLength"];

    /// <param name="type">The property's logicalType; null where it has none.</param>
    /// <exception cref="JsonFormatException">The option is a bound of the type, and not one that can be computed with.</exception>
    public static void CheckOption(string? type, string name, JsonValue value)
    {
        if (type is "number" or "integer" && Ends.Contains(name) || type == "string" && Lengths.Contains(name) || value.Kind == JsonKind.Number)
            value.AsDouble();
        else if (type is "date" or "timestamp" && Ends.Contains(name)
            && !DateTimeOffset.TryParse(value.AsString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            throw value.Error("a date in ISO 8601 is expected here, such as 2024-12-31");
    }

    /// <summary>What a rule says a figure must be. Rules for other engines say what they like.</summary>
    public static void CheckFigures(JsonValue rule, JsonErrors errors)
    {
        var type = rule.Optional("type")?.Text ?? "library";
        var counts = type == "library" || type == "sql" && Count().IsMatch(rule.Optional("query")?.Text ?? "");
        foreach (var name in Operator.Names)
            if (rule.Optional(name) is not { } figure)
                continue;
            else if (type is "library" or "sql" && name.EndsWith("Between", StringComparison.Ordinal))
                errors.Try(() => CheckRange(figure));
            // A query may give a text, which must be another one.
            else if (figure.Kind == JsonKind.Number || counts || type == "sql" && name is not ("mustBe" or "mustNotBe"))
                errors.Try(() => figure.AsDouble());
    }

    static void CheckRange(JsonValue range)
    {
        if (range.AsArray().Count != 2)
            throw range.Error("two numbers are expected here, the least and the most");
        if (range.Items[0].AsDouble() > range.Items[1].AsDouble())
            throw range.Error("the least stands behind the most here; exchange them");
    }

    [GeneratedRegex("""\A\s*SELECT\s+(?:COUNT|AVG)\s*\(""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
