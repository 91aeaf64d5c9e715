using System.Text;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Databases;

/// <summary>What a relation of SQLite has, looked at row by row: a column holds blobs where one of its values is one.</summary>
sealed record SqliteColumns(IReadOnlyList<string> Names, IReadOnlyList<string> Blobs, long Rows)
{
    /// <exception cref="EngineException">SQLite refuses the relation, or cannot read it to its end.</exception>
    public static SqliteColumns Find(SqliteDatabase database, string relation)
    {
        List<string> all;
        using (var rows = database.Query($"SELECT * FROM {relation}"))
            all = [.. Enumerable.Range(0, rows.Columns).Select(rows.Name)];
        if (all.Distinct(StringComparer.OrdinalIgnoreCase).Count() < all.Count)
            throw new EngineException("two of its columns have one name");
        using var counted = database.Query($"SELECT count(*){string.Concat(all.Select(name => $", max(typeof({DuckEngine.QuoteName(name)}) = 'blob')"))} FROM {relation}");
        counted.Read();
        var blobs = all.Where((_, place) => counted.Integer(place + 1) != 0).ToList();
        return new([.. all.Except(blobs)], blobs, counted.Integer(0));
    }

    public static IReadOnlyList<string> Tables(SqliteDatabase database)
    {
        var tables = new List<string>();
        using var rows = database.Query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name");
        while (rows.Read())
            tables.Add(Encoding.UTF8.GetString(rows.Text(0)));
        return tables;
    }
}
