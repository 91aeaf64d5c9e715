using System.Globalization;
using System.Text;
using Kiln.Contracts;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Sources;

/// <summary>How a row is told where there are no lines: by its number, and by its key where there is one.</summary>
static class NumberedRows
{
    const int LongestKey = 60;

    public static FieldPlace Place(string path, long row) => new(path, 0, 0, Number(row));

    public static IReadOnlyList<FieldPlace> Find(DataSource source, IReadOnlyList<(int Row, int Column)> fields, string? key)
    {
        var keys = key is null || source.IndexOf(key) < 0 ? [] : Keys(source, key, [.. fields.Select(field => (long)field.Row)]);
        return [.. fields.Select(field => new FieldPlace(source.Path, 0, 0,
            Number(field.Row) + (keys.TryGetValue(field.Row, out var text) ? $" ({key} '{text}')" : "")))];
    }

    static string Number(long row) => "row " + (row + 1).ToString(CultureInfo.InvariantCulture);

    static Dictionary<long, string> Keys(DataSource source, string key, HashSet<long> rows)
    {
        var keys = new Dictionary<long, string>();
        var first = 0L;
        using var engine = DuckEngine.Open();
        source.Read(engine, [key], chunk =>
        {
            foreach (var row in rows.Where(row => row >= first && row < first + chunk.Rows))
                if (Encoding.UTF8.GetString(chunk[0][(int)(row - first)]) is { Length: > 0 } text)
                    keys[row] = Shortened.Text(text, LongestKey);
            first += chunk.Rows;
        });
        return keys;
    }
}
