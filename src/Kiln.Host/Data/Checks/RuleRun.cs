using System.Globalization;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Rules;

namespace Kiln.Host.Data.Checks;

/// <summary>Holds the rows of a table against rules, so many at a time that it takes little memory however many there are.</summary>
static class RuleRun
{
    const int Batch = 122_880;

    /// <summary>Hands over the rows that break each rule, in their order.</summary>
    /// <returns>Whether it is true or false of any row; of others it says nothing.</returns>
    /// <exception cref="RuleException">The engine cannot compute it for some row.</exception>
    public static bool Run(DuckEngine engine, CheckedRule rule, IReadOnlyList<TableColumn> columns, int rows, Action<int> broken)
    {
        var used = rule.Columns.Select(column => columns.First(other => other.Column == column)).ToArray();
        var isKnown = rows == 0;
        try
        {
            for (var start = 0; start < rows; start += Batch)
            {
                engine.Query(RuleQuery.Create(rule.Columns)).Dispose();
                Fill(engine, used, start, Math.Min(rows, start + Batch));
                using var found = engine.Query(RuleQuery.FindBroken(rule.Rule.Sql, rule.Columns));
                while (found.Read())
                    for (var row = 0; row < found.Rows; row++)
                        broken(int.Parse(Encoding.UTF8.GetString(found[0][row]), CultureInfo.InvariantCulture));
                isKnown = isKnown || IsKnown(engine, rule);
            }
            return isKnown;
        }
        catch (EngineException e)
        {
            throw new RuleException(rule.Columns.All(column => column.Classification is null) ? EngineWords.Shorten(e.Message) : "its values are not shown");
        }
    }

    static bool IsKnown(DuckEngine engine, CheckedRule rule)
    {
        using var known = engine.Query(RuleQuery.FindKnown(rule.Rule.Sql, rule.Columns));
        return known.Read() && known.Rows > 0;
    }

    static void Fill(DuckEngine engine, TableColumn[] columns, int start, int end)
    {
        using var kept = engine.Append(RuleQuery.Table);
        for (var row = start; row < end; row++)
        {
            kept.Add((long)row);
            foreach (var column in columns)
                Add(kept, column, row);
            kept.EndRow();
        }
        kept.Finish();
    }

    static void Add(RowAppender kept, TableColumn column, int row)
    {
        if (column.IsMissing(row))
            kept.AddNull();
        else if (column is TextColumn texts)
            kept.Add(texts.Texts[texts.Codes[row]]);
        else if (column is DateTimeColumn dates)
            kept.Add((dates.Values[row]!.Value - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        else if (column is NumberColumn numbers)
            switch (column.Column.Type)
            {
                case ColumnType.Boolean: kept.Add(numbers.Values[row] != 0); break;
                case ColumnType.Integer: kept.Add((long)numbers.Values[row]); break;
                default: kept.Add(numbers.Values[row]); break;
            }
    }
}
