using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How a rule across columns stands in a contract. Whether its SQL is an expression over the row only the build can say, which has the engine.</summary>
static class DataRuleJson
{
    const int LongestSql = 10_000;

    public static void Write(JsonWriter json, DataRule rule)
    {
        json.Object(oneLine: true);
        json.Name("name").Value(rule.Name);
        json.Name("sql").Value(rule.Sql);
        if (rule.Description is not null)
            json.Name("description").Value(rule.Description);
        if (rule.Tolerance > 0)
            json.Name("tolerance").Value(rule.Tolerance);
        if (rule.Severity != Severity.Error)
            json.Name("severity").Value(Words.Format(rule.Severity));
        json.End();
    }

    /// <summary>Those that can be read.</summary>
    public static IReadOnlyList<DataRule> Read(JsonValue? array, JsonErrors errors)
    {
        var rules = new List<DataRule>();
        foreach (var item in errors.Try(() => array?.AsArray()) ?? [])
        {
            if (ReadRule(item, errors) is not { } rule)
                continue;
            if (rules.Exists(other => other.Name == rule.Name))
                errors.Add(item.Required("name").Error($"two rules are called \"{rule.Name}\"; give one of them another name"));
            rules.Add(rule);
        }
        return rules;
    }

    static DataRule? ReadRule(JsonValue item, JsonErrors errors)
    {
        var before = errors.Count;
        errors.AllowOnly(item, "name", "sql", "description", "tolerance", "severity");
        if (item.Kind != JsonKind.Object)
            return null;
        var name = errors.Try(() => Name(item.Required("name")));
        var sql = errors.Try(() => Sql(item.Required("sql"), name));
        var rule = new DataRule
        {
            Name = name!,
            Sql = sql?.Text!,
            Description = errors.Try(() => item.Optional("description")?.AsString()),
            Tolerance = errors.Try(() => item.Optional("tolerance")?.AsShare()) ?? 0,
            Severity = errors.Try(() => Words.Severity(item.Optional("severity"))),
            Line = sql?.Line ?? 0,
            Column = sql?.Column ?? 0,
        };
        return errors.Count == before ? rule : null;
    }

    static string Name(JsonValue name) =>
        name.AsString().Trim().Length > 0 ? name.Text : throw name.Error("a rule needs a name, by which its violations are told");

    static JsonValue Sql(JsonValue sql, string? name) =>
        sql.AsString().Trim().Length > 0 && sql.Text.Length <= LongestSql && !sql.Text.Contains('\0') ? sql
        : throw sql.Error($"the rule \"{name}\" is no SQL expression of 1 to 10,000 characters; write one that is true of every good row, such as \"paid <= price\"");
}
