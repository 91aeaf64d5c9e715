using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Rules;

/// <summary>A rule that may be run.</summary>
/// <param name="Columns">The columns it uses, in the contract's order.</param>
sealed record CheckedRule(DataRule Rule, IReadOnlyList<Column> Columns)
{
    /// <exception cref="RuleException">It is not one expression over the row that is true or false.</exception>
    public static CheckedRule Check(DuckEngine engine, DataRule rule, DataContract contract)
    {
        var used = RuleExpression.Read(engine, rule.Sql, [.. contract.Columns.Select(column => column.Name)]);
        Column[] columns = [.. contract.Columns.Where(column => used.Contains(column.Name))];
        string type;
        try
        {
            using var rows = engine.Query(RuleQuery.AskType(rule.Sql, columns));
            rows.Read();
            type = System.Text.Encoding.UTF8.GetString(rows[0][0]);
        }
        catch (EngineException e)
        {
            throw new RuleException(EngineWords.Shorten(e.Message));
        }
        return type == "BOOLEAN" ? new(rule, columns) : throw new RuleException($"it gives a {type.Trim('"')} and not true or false; compare it with something");
    }
}
