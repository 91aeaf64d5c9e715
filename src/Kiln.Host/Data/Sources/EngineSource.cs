using System.Globalization;
using System.Text;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>
/// A relation whose columns DuckDB knows the types of. Each type has one text, so that contracts, hashes and inference need not know where a
/// value came from: dates in ISO 8601, instants in UTC, <c>true</c> and <c>false</c>, numbers with as few digits as tell them apart.
/// </summary>
abstract class EngineSource(string path, TypedColumns columns, long rows) : DataSource(path, [.. columns.Kept.Select(column => column.Name)], rows)
{
    public override IReadOnlyList<LeftOutColumn> LeftOut { get; } =
        [.. columns.LeftOut.Select(column => new LeftOutColumn(column.Name, $"values of the type {column.Type}", new(path, 0, 0)))];

    protected TypedColumns Typed { get; } = columns;

    public override FieldPlace FindHeader(int column) => new(Path, 0, 0);

    public override IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key) => NumberedRows.Find(this, fields, key);

    /// <summary>What is wrong, in words for the user.</summary>
    protected abstract Diagnostic Explain(EngineException reason);

    /// <param name="relation">What stands behind FROM.</param>
    protected void Read(DuckEngine engine, string relation, IReadOnlyList<string> columns, Action<IRowChunk> take)
    {
        var taken = 0L;
        ValueText?[] types = [.. columns.Select(column => ValueText.For(Typed.Kept[IndexOf(column)].Type))];
        int[] texts = [.. Enumerable.Range(0, types.Length).Where(column => types[column] is null)];
        using var typed = new TypedChunk(types);
        try
        {
            using var result = engine.Query(Typed.Select(relation, columns.Select(IndexOf)));
            foreach (var rows in ReadAhead.Read(result.Next, columns.Count))
            {
                if (NulField.Find(rows, texts) is var (row, column))
                    throw new BuildException(SourceProblems.HoldsNul(Path, taken + row, columns[column]));
                take(typed.Over(rows));
                taken += rows.Rows;
            }
        }
        catch (EngineException e)
        {
            throw new BuildException(Explain(e));
        }
    }

    protected static long Count(DuckEngine engine, string sql)
    {
        using var rows = engine.Query(sql);
        return rows.Read() ? long.Parse(Encoding.UTF8.GetString(rows[0][0]), CultureInfo.InvariantCulture) : 0;
    }
}
