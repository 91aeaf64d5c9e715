using System.Text;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Sources;

/// <summary>The columns of a relation, by their place: a name may hold anything.</summary>
sealed class TypedColumns(IReadOnlyList<TypedColumn> all)
{
    public IReadOnlyList<TypedColumn> Kept { get; } = [.. all.Where(column => column.IsValue)];

    public IReadOnlyList<TypedColumn> LeftOut { get; } = [.. all.Where(column => !column.IsValue)];

    /// <exception cref="EngineException">There is no such relation.</exception>
    public static TypedColumns Describe(DuckEngine engine, string relation)
    {
        var columns = new List<TypedColumn>();
        using var rows = engine.Query($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {relation})");
        while (rows.Read())
            for (var row = 0; row < rows.Rows; row++)
                columns.Add(new(columns.Count, Encoding.UTF8.GetString(rows[0][row]), Encoding.UTF8.GetString(rows[1][row])));
        return new(columns);
    }

    /// <summary>The query for some of the kept columns.</summary>
    public string Select(string relation, IEnumerable<int> columns) => "SELECT "
        + string.Join(", ", columns.Select(column => Kept[column].Select($"k.c{Kept[column].Place}")))
        + $" FROM {relation} AS k({string.Join(", ", Enumerable.Range(0, Kept.Count + LeftOut.Count).Select(place => $"c{place}"))})";
}
