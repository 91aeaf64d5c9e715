using System.Text.Unicode;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Databases;

/// <summary>A table or a query of a SQLite file. A value has the type it was written with, whatever its column is declared as.</summary>
sealed class SqliteSource(string path, string relation, SqliteColumns columns) : DataSource(path, columns.Names, columns.Rows)
{
    public override IReadOnlyList<LeftOutColumn> LeftOut { get; } =
        [.. columns.Blobs.Select(name => new LeftOutColumn(name, "blobs", new(path, 0, 0)))];

    /// <exception cref="BuildException">The file cannot be opened, or has no such table or nothing that can be read as values.</exception>
    public static SqliteSource Open(Dataset dataset, string path)
    {
        DatabaseProblems.ThrowIfUnfinished(path, "-wal", "-journal");
        using var database = OpenDatabase(path);
        var relation = dataset.Query.Length > 0 ? SelectStatement.Relation(dataset.Query) : Table(dataset, path, database);
        try
        {
            var columns = SqliteColumns.Find(database, relation);
            return columns.Names.Count > 0 ? new(path, relation, columns) : throw new BuildException(SourceProblems.NoColumns(path));
        }
        catch (EngineException e)
        {
            throw dataset.Query.Length > 0 ? SelectStatement.Refuse(dataset, e.Message) : new BuildException(DatabaseProblems.Damaged(path, e.Message));
        }
    }

    protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take)
    {
        using var database = OpenDatabase(Path);
        var taken = 0L;
        try
        {
            using var rows = database.Query($"SELECT {string.Join(", ", columns.Select(DuckEngine.QuoteName))} FROM {relation}");
            using var chunk = new TextChunk(columns.Count);
            for (var more = rows.Read(); more;)
            {
                chunk.AddRow();
                for (var column = 0; column < columns.Count; column++)
                    chunk.Set(column, Checked(rows.Text(column), taken, columns[column]));
                taken++;
                more = rows.Read();
                if (!more || chunk.IsFull)
                {
                    take(chunk);
                    chunk.Clear();
                }
            }
        }
        catch (EngineException e)
        {
            throw new BuildException(DatabaseProblems.Damaged(Path, e.Message));
        }
    }

    public override FieldPlace FindHeader(int column) => new(Path, 0, 0);

    public override IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key) => NumberedRows.Find(this, fields, key);

    ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> text, long row, string column) =>
        text.Contains((byte)0) ? throw new BuildException(SourceProblems.HoldsNul(Path, row, column))
        : Utf8.IsValid(text) ? text
        : throw new BuildException(SourceProblems.NotText(Path, row, column));

    static SqliteDatabase OpenDatabase(string path)
    {
        try
        {
            return SqliteDatabase.Open(path);
        }
        catch (EngineException e)
        {
            throw new BuildException(DatabaseProblems.CannotOpen(path, e.Message));
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw DuckEngine.Missing("SQLite", e);
        }
    }

    static string Table(Dataset dataset, string path, SqliteDatabase database)
    {
        try
        {
            var tables = SqliteColumns.Tables(database);
            return tables.Contains(dataset.Table) ? DuckEngine.QuoteName(dataset.Table) : throw DatabaseProblems.NoTable(dataset, tables);
        }
        catch (EngineException e)
        {
            throw new BuildException(DatabaseProblems.CannotOpen(path, e.Message));
        }
    }
}
