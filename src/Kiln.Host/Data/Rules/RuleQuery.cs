using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Rules;

/// <summary>How the engine is asked for the rows that break a rule: over the columns that it uses, typed as the contract types them and called as it calls them.</summary>
static class RuleQuery
{
    public const string Table = "kept";

    /// <summary>A name that no header has.</summary>
    const string RowName = "\u0001";

    /// <summary>Asks for the type that a rule gives, over a row without values.</summary>
    public static string AskType(string sql, IReadOnlyList<Column> columns) =>
        $"SELECT typeof((\n{sql}\n)) FROM (SELECT {string.Join(", ", columns.Select(column => $"CAST(NULL AS {FormatType(column)}) AS {Quote(column.Name)}"))})";

    /// <summary>Makes the table that rows are put into: dates as microseconds, the rest as it is.</summary>
    public static string Create(IReadOnlyList<Column> columns) =>
        $"CREATE OR REPLACE TABLE {Table} (row BIGINT, {string.Join(", ", columns.Select((column, i) => $"c{i} {(column.Type == ColumnType.DateTime ? "BIGINT" : FormatType(column))}"))})";

    /// <summary>Asks for the rows of which a rule is false; where it is unknown they pass, as in a CHECK of SQL.</summary>
    public static string FindBroken(string sql, IReadOnlyList<Column> columns) =>
        $"SELECT CAST({Quote(RowName)} AS VARCHAR) FROM ({Rows(columns)}) WHERE NOT (\n{sql}\n)";

    /// <summary>Asks for a row of which a rule is true or false, and not unknown.</summary>
    public static string FindKnown(string sql, IReadOnlyList<Column> columns) => $"SELECT '1' FROM ({Rows(columns)}) WHERE (\n{sql}\n) IS NOT NULL LIMIT 1";

    static string Rows(IReadOnlyList<Column> columns) => $"SELECT row AS {Quote(RowName)}, "
        + string.Join(", ", columns.Select((column, i) => $"{(column.Type == ColumnType.DateTime ? $"make_timestamp(c{i})" : $"c{i}")} AS {Quote(column.Name)}"))
        + $" FROM {Table}";

    static string FormatType(Column column) => column.Type switch
    {
        ColumnType.Number => "DOUBLE",
        ColumnType.Integer => "BIGINT",
        ColumnType.Boolean => "BOOLEAN",
        ColumnType.DateTime => "TIMESTAMP",
        _ => "VARCHAR",
    };

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
