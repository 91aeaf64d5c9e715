using System.Text.Json;
using Kiln.Contracts;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Rules;

/// <summary>
/// A rule's SQL, held to be one expression over a row. The engine's own parser reads it, so that nothing is understood here in another way than
/// there, and what it read is looked through: only kinds of expression and functions that are on a list, only columns of the contract.
/// </summary>
static class RuleExpression
{
    const int DeepestNesting = 4096;

    const string Quotes = "a name that is not one word, or is a word of SQL, stands in double quotes, a text in single ones";

    static readonly string[] Kinds = ["CONSTANT", "COLUMN_REF", "FUNCTION", "OPERATOR", "COMPARISON", "CONJUNCTION", "CASE", "CAST", "BETWEEN"];

    static readonly string[] Parts = ["where_clause", "having", "qualify", "sample"];

    /// <summary>The columns it uses, in their order.</summary>
    /// <param name="columns">The names of all there are.</param>
    /// <exception cref="RuleException">It is anything else than an expression over the row.</exception>
    public static IReadOnlyList<string> Read(DuckEngine engine, string sql, IReadOnlyList<string> columns)
    {
        // Read between parentheses and between brackets: one that closes the ones around it is not an expression in the others.
        var (inside, listed) = (Parse(engine, $"SELECT (\n{sql}\n) FROM t"), Parse(engine, $"SELECT [\n{sql}\n] FROM t"));
        if (listed.GetProperty("children").GetArrayLength() != 1)
            throw new RuleException("it is several expressions, and a rule is one; combine them with AND");
        var names = new HashSet<string>(StringComparer.Ordinal);
        Check(inside, names);
        List<string> used = [.. names.Select(name => Find(name, columns)).Distinct()];
        if (used.Count == 0)
            throw new RuleException("it uses no column, so it is the same for every row; name the columns it is about");
        if (used.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } alike)
            throw new RuleException($"it uses {string.Join(" and ", alike.Select(column => $"'{column}'"))}, which SQL does not tell apart; rename one of them");
        return [.. columns.Where(used.Contains)];
    }

    static JsonElement Parse(DuckEngine engine, string select)
    {
        JsonElement root;
        try
        {
            using var rows = engine.Query($"SELECT CAST(json_serialize_sql({DuckEngine.Quote(select)}) AS VARCHAR)");
            rows.Read();
            using var json = JsonDocument.Parse(rows[0][0].ToArray(), new() { MaxDepth = DeepestNesting });
            root = json.RootElement.Clone();
        }
        catch (EngineException e)
        {
            throw new RuleException(EngineWords.Shorten(e.Message));
        }
        catch (JsonException)
        {
            throw new RuleException("it is nested too deeply");
        }
        if (root.GetProperty("error").GetBoolean())
            throw new RuleException($"it is not one SQL expression ({EngineWords.Shorten(root.GetProperty("error_message").GetString()!)}); {Quotes}");
        var statements = root.GetProperty("statements");
        if (statements.GetArrayLength() != 1)
            throw new RuleException("it is several statements, and a rule is one expression");
        var node = statements[0].GetProperty("node");
        if (node.GetProperty("type").GetString() != "SELECT_NODE" || node.GetProperty("select_list").GetArrayLength() != 1
            || node.GetProperty("from_table").GetProperty("type").GetString() != "BASE_TABLE"
            || node.GetProperty("from_table").GetProperty("table_name").GetString() != "t"
            || node.GetProperty("modifiers").GetArrayLength() > 0 || node.GetProperty("group_expressions").GetArrayLength() > 0
            || Parts.Any(part => node.TryGetProperty(part, out var value) && value.ValueKind != JsonValueKind.Null))
            throw new RuleException("it is more than one expression over the row; write what must be true of a row, without SELECT, FROM or WHERE");
        return node.GetProperty("select_list")[0];
    }

    static void Check(JsonElement value, HashSet<string> names)
    {
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                Check(item, names);
        if (value.ValueKind != JsonValueKind.Object)
            return;
        if (value.TryGetProperty("class", out var kind))
            CheckExpression(kind.GetString()!, value, names);
        foreach (var member in value.EnumerateObject())
            Check(member.Value, names);
    }

    static void CheckExpression(string kind, JsonElement value, HashSet<string> names)
    {
        if (!Kinds.Contains(kind))
            throw new RuleException(kind switch
            {
                "SUBQUERY" => "it has a query inside, and a rule looks at one row",
                "WINDOW" => "it has a window function, and a rule looks at one row",
                "STAR" => "it has a *, which is no value; name the columns",
                _ => $"it has a {kind.ToLowerInvariant().Replace('_', ' ')}, which a rule may not have",
            });
        if (kind == "COLUMN_REF")
            names.Add(value.GetProperty("column_names") is var path && path.GetArrayLength() == 1
                ? path[0].GetString()!
                : throw new RuleException($"'{string.Join('.', path.EnumerateArray())}' is not a column; write its name alone, in double quotes where it is not one word"));
        if (kind != "FUNCTION")
            return;
        var name = value.GetProperty("function_name").GetString()!;
        if (!RuleFunctions.Allowed.Contains(name) || value.GetProperty("schema").GetString() is { Length: > 0 })
            throw new RuleException($"'{name}' is not a function that a rule may use{Nearest.Hint(name, RuleFunctions.Allowed)}");
        if (value.GetProperty("distinct").GetBoolean() || value.GetProperty("filter").ValueKind != JsonValueKind.Null
            || value.GetProperty("order_bys").GetProperty("orders").GetArrayLength() > 0)
            throw new RuleException($"'{name}' is called as functions over many rows are, and a rule looks at one row");
    }

    static string Find(string name, IReadOnlyList<string> columns) =>
        columns.FirstOrDefault(column => column == name)
        ?? columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RuleException($"'{name}' is not a column{Nearest.Hint(name, columns)}; {Quotes}");
}
