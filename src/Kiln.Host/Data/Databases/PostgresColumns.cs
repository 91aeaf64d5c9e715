using System.Data;
using Kiln.Host.Data.Engine;
using Npgsql;

namespace Kiln.Host.Data.Databases;

/// <summary>The columns of a relation of PostgreSQL.</summary>
/// <param name="Texts">For each that is read its text, as SQL, and its name.</param>
/// <param name="LeftOut">Names and types of those that hold no values.</param>
sealed record PostgresColumns(IReadOnlyList<(string Sql, string Name)> Texts, IReadOnlyList<(string Name, string Type)> LeftOut, int Width)
{
    static readonly string[] NoValues =
    [
        "bytea", "json", "jsonb", "jsonpath", "xml", "interval", "bit", "bit varying", "money", "record", "tsvector", "tsquery", "hstore", "geometry", "geography", "vector",
        "point", "line", "lseg", "box", "path", "polygon", "circle",
    ];

    /// <summary>The server parses the statement and says what it would give; nothing is run.</summary>
    public static PostgresColumns Describe(NpgsqlConnection connection, string relation)
    {
        using var command = new NpgsqlCommand($"SELECT * FROM {relation} AS k", connection);
        using var reader = command.ExecuteReader(CommandBehavior.SchemaOnly);
        var texts = new List<(string, string)>();
        var leftOut = new List<(string, string)>();
        for (var i = 0; i < reader.FieldCount; i++)
            if (IsValue(reader.GetDataTypeName(i)))
                texts.Add((Text($"c{i}", reader.GetDataTypeName(i)), reader.GetName(i)));
            else
                leftOut.Add((reader.GetName(i), reader.GetDataTypeName(i)));
        return new(texts, leftOut, reader.FieldCount);
    }

    /// <summary>Gives the rows as CSV.</summary>
    public string Copy(string relation) =>
        $"COPY (SELECT {string.Join(", ", Texts.Select(text => $"{text.Sql} AS {DuckEngine.QuoteName(text.Name)}"))} "
        + $"FROM {relation} AS k({string.Join(", ", Enumerable.Range(0, Width).Select(i => $"c{i}"))})) TO STDOUT WITH (FORMAT csv, HEADER true)";

    static bool IsValue(string type) => !type.EndsWith("[]", StringComparison.Ordinal) && !type.EndsWith("range", StringComparison.Ordinal) && !NoValues.Contains(type.Split('(')[0]);

    // A whole number in a column of doubles has a point, as DuckDB writes it, and "not a number" is how many programs write a missing value.
    static string Text(string column, string type) => type.Split('(')[0] is "real" or "double precision"
        ? $"CASE WHEN {column}::text ~ '^-?[0-9]+$' THEN {column}::text || '.0' WHEN {column}::text = 'Infinity' THEN 'inf' WHEN {column}::text = '-Infinity' THEN '-inf' "
            + $"WHEN {column}::text <> 'NaN' THEN {column}::text END"
        : $"{column}::text";
}
