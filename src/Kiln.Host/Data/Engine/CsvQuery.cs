using System.Text;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Engine;

/// <summary>How DuckDB is asked for the fields of a file, as they are written.</summary>
static class CsvQuery
{
    /// <summary>Bytes in a row; DuckDB holds sixteen such at a time in each thread.</summary>
    public const int LongestRow = 2 << 20;

    /// <param name="width">How many columns the file has.</param>
    /// <param name="columns">Which of them to read, in which order.</param>
    public static string Select(string file, bool compressed, Dialect dialect, int width, IEnumerable<int> columns)
    {
        var sql = new StringBuilder("SELECT ").AppendJoin(", ", columns.Select(Name));
        sql.Append(" FROM read_csv(").Append(Source(file, compressed));
        sql.Append(", auto_detect = false, header = true, strict_mode = true, null_padding = false, ignore_errors = false");
        sql.Append(", max_line_size = ").Append(LongestRow);
        sql.Append(", delim = ").Append(DuckEngine.Quote(dialect.Delimiter));
        sql.Append(", quote = ").Append(DuckEngine.Quote(dialect.Quote));
        sql.Append(", escape = ").Append(DuckEngine.Quote(dialect.Escape));
        sql.Append(", columns = {").AppendJoin(", ", Enumerable.Range(0, width).Select(i => $"'{Name(i)}': 'VARCHAR'")).Append("})");
        return sql.ToString();
    }

    /// <summary>Delimiter, quote and escape, each in angle brackets that keep a tab from being trimmed.</summary>
    public static string Sniff(string file, bool compressed) =>
        "SELECT " + string.Join(", ", new[] { "Delimiter", "Quote", "Escape" }.Select(column => $"'<' || \"{column}\" || '>'"))
        + $" FROM sniff_csv({Source(file, compressed)}, header = true)";

    // The path is a pattern to DuckDB: a bracket or star in a folder's name must mean itself.
    static string Source(string file, bool compressed)
    {
        var path = new StringBuilder();
        foreach (var c in file)
            _ = c is '*' or '?' or '[' ? path.Append('[').Append(c).Append(']') : path.Append(c);
        return $"{DuckEngine.Quote(path.ToString())}, compression = '{(compressed ? "gzip" : "none")}'";
    }

    static string Name(int column) => $"c{column}";
}
