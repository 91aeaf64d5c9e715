using System.Text;
using System.Text.RegularExpressions;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// A rule over a row as the standard's query: how many rows break it, or which percentage. A query of another form may do anything, so it is
/// none of these.
/// </summary>
static partial class RowQuery
{
    const string Warning = "warning";

    /// <summary>Null where the query is of another form.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="physicalName">A name the query may have for the table.</param>
    /// <param name="name">Another one.</param>
    /// <param name="column">The property it belongs to; null for the object itself.</param>
    public static JsonValue? Read(QualityRule rule, string? physicalName, string? name, string? column)
    {
        if (rule.Type != "sql" || rule.Text("query") is not { } query)
            return null;
        var (match, share) = (Count().Match(query), (double?)null);
        if (!match.Success || !rule.AllowsNone)
        {
            match = Percentage().Match(query);
            share = rule.Share;
            if (!match.Success || share is null)
                return null;
        }
        var table = match.Groups["table"].Value.Trim('"');
        var condition = match.Groups["condition"].Value.Trim();
        if (table is not ("{object}" or "{table}") && table != physicalName && table != name || IsForeign(Quoted().Replace(condition, "''")))
            return null;
        if (column is not null)
            condition = Property().Replace(condition, _ => $"\"{column.Replace("\"", "\"\"")}\"");
        if (Quoted().Replace(condition, "").Contains('{'))
            return null;
        var at = rule.Json.Optional("query")!;
        var read = Json.Object(rule.Json);
        read.Set("name", Json.String(rule.Text("name") ?? rule.Text("id") ?? condition, rule.Json));
        read.Set("sql", Json.String(Negated().Match(condition) is { Success: true } negated && IsOne(negated.Groups["inner"].Value)
            ? negated.Groups["inner"].Value
            : $"NOT ({condition})", at));
        read.Set("description", rule.Text("description") is { } description ? Json.String(description, rule.Json) : null);
        read.Set("tolerance", share is { } tolerance ? Json.Number(tolerance, rule.Json) : null);
        read.Set("severity", rule.Text("severity") == Warning ? Json.String(Warning, rule.Json) : null);
        foreach (var (member, value) in CustomProperties.Read(rule.Json))
            read.Set(member, value);
        return read;
    }

    public static bool CanWrite(JsonValue rule) =>
        rule.Kind == JsonKind.Object && rule.Optional("name")?.Kind == JsonKind.String && rule.Optional("sql")?.Kind == JsonKind.String;

    public static (string, YamlNode)[] Write(JsonValue rule)
    {
        var (sql, description, tolerance, severity) = (rule.Optional("sql")!.Text, rule.Optional("description"), rule.Optional("tolerance"), rule.Optional("severity"));
        var members = new List<(string, YamlNode)>
        {
            ("type", YamlJson.String("sql")),
            ("name", rule.Optional("name")!.ToYaml()),
            ("query", YamlJson.String(IsShare(tolerance)
                ? $"SELECT AVG(CASE WHEN NOT ({sql}) THEN 100.0 ELSE 0.0 END) FROM {{object}}"
                : $"SELECT COUNT(*) FROM {{object}} WHERE NOT ({sql})")),
        };
        if (IsShare(tolerance))
        {
            members.Add(("mustBeLessOrEqualTo", new(YamlKind.Scalar) { Text = Shares.ToPercent(tolerance!.AsDouble()) }));
            members.Add(("unit", YamlJson.String("percent")));
        }
        else
            members.Add(("mustBe", new(YamlKind.Scalar) { Text = "0" }));
        if (IsSeverity(severity))
            members.Add(("severity", YamlJson.String(Warning)));
        if (description is { Kind: JsonKind.String })
            members.Add(("description", description.ToYaml()));
        return [.. members];
    }

    /// <summary>What of the rule the query does not say.</summary>
    public static IReadOnlyList<(string Member, JsonValue Value)> Rest(JsonValue rule) =>
        [.. rule.Members.Where(member => member.Key is not ("name" or "sql") && !Says(member.Key, member.Value)).Select(member => (member.Key, member.Value))];

    static bool Says(string member, JsonValue value) => member switch
    {
        "tolerance" => IsShare(value),
        "severity" => IsSeverity(value),
        "description" => value.Kind == JsonKind.String,
        _ => false,
    };

    /// <summary>
    /// Whether more follows than the condition. What stands in its brackets is part of it: a query there is a rule that the engine refuses, and
    /// not one of another form.
    /// </summary>
    static bool IsForeign(string condition) => Anywhere().IsMatch(condition) || Clause().IsMatch(WithoutBrackets(condition));

    /// <summary>Whether it has a query inside, which no contract has: an export leaves it to whoever wrote it.</summary>
    public static bool HasQuery(JsonValue rule) => Query().IsMatch(Quoted().Replace(rule.Required("sql").Text, ""));

    static string WithoutBrackets(string condition)
    {
        var (kept, depth) = (new StringBuilder(), 0);
        foreach (var c in condition)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0)
                kept.Append(c == ')' ? ' ' : c);
        }
        return kept.ToString();
    }

    static bool IsShare(JsonValue? tolerance) => tolerance is { Kind: JsonKind.Number } && tolerance.AsDouble() is > 0 and <= 1;

    static bool IsSeverity(JsonValue? severity) => severity is { Text: Warning };

    /// <summary>Whether the brackets around it are one pair: <c>(a) OR (b)</c> loses its meaning without them.</summary>
    static bool IsOne(string inner)
    {
        var depth = 0;
        foreach (var c in Quoted().Replace(inner, ""))
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0)
                return false;
        }
        return depth == 0;
    }

    [GeneratedRegex("""\A\s*SELECT\s+COUNT\s*\(\s*\*\s*\)\s+FROM\s+(?<table>\{\w+\}|"[^"]+"|[\w.]+)\s+WHERE\s(?<condition>.+?)\s*;?\s*\z""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex("""\A\s*SELECT\s+AVG\s*\(\s*CASE\s+WHEN\s(?<condition>.+)\sTHEN\s+100\.0\s+ELSE\s+0\.0\s+END\s*\)\s+FROM\s+(?<table>\{\w+\}|"[^"]+"|[\w.]+)\s*;?\s*\z""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();

    [GeneratedRegex("""\ANOT\s*\((?<inner>.*)\)\z""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Negated();

    [GeneratedRegex("""'(?:[^']|'')*'|"(?:[^"]|"")*"|""" + "'|\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\{(?:property|column)\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    [GeneratedRegex("""\b(?:SELECT|GROUP|HAVING|ORDER|LIMIT|UNION|EXCEPT|INTERSECT|WINDOW|QUALIFY)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(""";|--|/\*|\bOVER\s*\(""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    [GeneratedRegex("""\bSELECT\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Query();
}
