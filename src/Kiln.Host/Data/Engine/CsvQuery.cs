using System.Text;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Engine;

/// <summary>How DuckDB is asked for the fields of a file, as they are written.</summary>
static class CsvQuery
{
    /// <summary>Bytes in a row; DuckDB holds sixteen such at a time in each thread.</summary>
    public const int LongestRow = 2 << 20;

    /// <param name="compression">As DuckDB calls it.</param>
    /// <param name="width">How many columns the file has.</param>
    /// <param name="columns">Which of them to read, in which order.</param>
    /// <param name="rows">How many rows to leave out at the beginning.</param>
    public static string Select(string file, string compression, Dialect dialect, int width, IEnumerable<int> columns, long rows = 0)
    {
        var sql = new StringBuilder("SELECT ").AppendJoin(", ", columns.Select(Name));
        sql.Append(" FROM read_csv(").Append(Source(file, compression));
        sql.Append(", auto_detect = false, header = true, strict_mode = true, null_padding = false, ignore_errors = false");
        sql.Append(", max_line_size = ").Append(LongestRow);
        sql.Append(", delim = ").Append(DuckEngine.Quote(dialect.Delimiter));
        sql.Append(", quote = ").Append(DuckEngine.Quote(dialect.Quote));
        sql.Append(", escape = ").Append(DuckEngine.Quote(dialect.Escape));
        sql.Append(", columns = {").AppendJoin(", ", Enumerable.Range(0, width).Select(i => $"'{Name(i)}': 'VARCHAR'")).Append("})");
        if (rows > 0)
            sql.Append(" OFFSET ").Append(rows);
        return sql.ToString();
    }

    /// <summary>Delimiter, quote and escape, each in angle brackets that keep a tab from being trimmed.</summary>
    public static string Sniff(string file, string compression) =>
        "SELECT " + string.Join(", ", new[] { "Delimiter", "Quote", "Escape" }.Select(column => $"'<' || \"{column}\" || '>'"))
        + $" FROM sniff_csv({Source(file, compression)}, header = true)";

    static string Source(string file, string compression) => $"{DuckEngine.QuoteFile(file)}, compression = '{compression}'";

    static string Name(int column) => $"c{column}";
}
