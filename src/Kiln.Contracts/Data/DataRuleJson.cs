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

    public static IReadOnlyList<DataRule> Read(JsonValue? array)
    {
        var rules = new List<DataRule>();
        foreach (var item in array?.AsArray() ?? [])
        {
            var rule = ReadRule(item);
            if (rules.Exists(other => other.Name == rule.Name))
                throw item.Required("name").Error($"two rules are called \"{rule.Name}\"; give one of them another name");
            rules.Add(rule);
        }
        return rules;
    }

    static DataRule ReadRule(JsonValue item)
    {
        item.AllowOnly("name", "sql", "description", "tolerance", "severity");
        var (name, sql) = (item.Required("name"), item.Required("sql"));
        if (name.AsString().Trim().Length == 0)
            throw name.Error("a rule needs a name, by which its violations are told");
        if (sql.AsString().Trim().Length == 0 || sql.Text.Length > LongestSql || sql.Text.Contains('\0'))
            throw sql.Error($"the rule \"{name.Text}\" is no SQL expression of 1 to 10,000 characters; write one that is true of every good row, such as \"paid <= price\"");
        return new()
        {
            Name = name.Text,
            Sql = sql.Text,
            Description = item.Optional("description")?.AsString(),
            Tolerance = item.Optional("tolerance")?.AsShare() ?? 0,
            Severity = Words.Severity(item.Optional("severity")),
            Line = sql.Line,
            Column = sql.Column,
        };
    }
}
