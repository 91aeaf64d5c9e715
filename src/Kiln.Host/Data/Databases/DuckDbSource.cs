using System.Text;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Databases;

/// <summary>A table or a query of a DuckDB file, which is opened for reading and is all that a query sees.</summary>
sealed class DuckDbSource(string path, string relation, TypedColumns columns, long rows) : EngineSource(path, columns, rows)
{
    /// <exception cref="BuildException">The file cannot be opened, or has no such table or nothing that can be read as values.</exception>
    public static DuckDbSource Open(Dataset dataset, string path)
    {
        DatabaseProblems.ThrowIfUnfinished(path, ".wal");
        using var engine = OpenEngine(path);
        var relation = dataset.Query.Length > 0 ? Query(dataset, engine) : Table(dataset, engine);
        try
        {
            var columns = TypedColumns.Describe(engine, relation);
            return columns.Kept.Count > 0
                ? new(path, relation, columns, Count(engine, $"SELECT CAST(count(*) AS VARCHAR) FROM {relation} AS k"))
                : throw new BuildException(SourceProblems.NoColumns(path));
        }
        catch (EngineException e)
        {
            throw dataset.Query.Length > 0 ? SelectStatement.Refuse(dataset, e.Words(path)) : new BuildException(DatabaseProblems.Damaged(path, e.Words(path)));
        }
    }

    protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take)
    {
        using var own = OpenEngine(Path);
        Read(own, relation, columns, take);
    }

    protected override Diagnostic Explain(EngineException reason) => DatabaseProblems.Damaged(Path, reason.Words(Path));

    static DuckEngine OpenEngine(string path)
    {
        var engine = DuckEngine.Open();
        try
        {
            // One thread: the rows of a join or a group come in the same order each time.
            engine.Execute("SET threads = 1");
            engine.Execute($"ATTACH {DuckEngine.Quote(path)} AS source (TYPE duckdb, READ_ONLY)");
            engine.Execute("USE source");
            engine.Execute("SET enable_external_access = false");
            engine.Execute("SET lock_configuration = true");
            return engine;
        }
        catch (EngineException e)
        {
            engine.Dispose();
            throw new BuildException(DatabaseProblems.CannotOpen(path, e.Words(path)));
        }
    }

    static string Query(Dataset dataset, DuckEngine engine)
    {
        SelectStatement.ThrowIfNotOne(dataset, engine);
        return SelectStatement.Relation(dataset.Query);
    }

    /// <summary>A table or view, with its schema where it is not the main one.</summary>
    static string Table(Dataset dataset, DuckEngine engine)
    {
        var tables = new List<string>();
        using (var rows = engine.Query("SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'source' ORDER BY ALL"))
            while (rows.Read())
                for (var row = 0; row < rows.Rows; row++)
                {
                    var (schema, name) = (Encoding.UTF8.GetString(rows[0][row]), Encoding.UTF8.GetString(rows[1][row]));
                    if (dataset.Table == name && schema == "main" || dataset.Table == $"{schema}.{name}")
                        return $"source.{DuckEngine.QuoteName(schema)}.{DuckEngine.QuoteName(name)}";
                    tables.Add(schema == "main" ? name : $"{schema}.{name}");
                }
        throw DatabaseProblems.NoTable(dataset, tables);
    }
}
