using Kiln.Contracts;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Parquet;

/// <summary>A Parquet file. How many rows it has is said by its footer, apart from the pages that hold them.</summary>
sealed class ParquetSource(string path, TypedColumns columns, long rows) : EngineSource(path, columns, rows)
{
    /// <exception cref="BuildException">The file is damaged, or has nothing that can be read as values.</exception>
    public static ParquetSource Open(string path)
    {
        using var engine = DuckEngine.Open();
        try
        {
            var rows = Count(engine, $"SELECT CAST(num_rows AS VARCHAR) FROM parquet_file_metadata({DuckEngine.QuoteFile(path)})");
            var columns = TypedColumns.Describe(engine, Relation(path));
            return columns.Kept.Count > 0 ? new(path, columns, rows) : throw new BuildException(SourceProblems.NoColumns(path));
        }
        catch (EngineException e)
        {
            throw new BuildException(Damaged(path, e));
        }
    }

    protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take) => Read(engine, Relation(Path), columns, take);

    protected override Diagnostic Explain(EngineException reason) => Damaged(Path, reason);

    static Diagnostic Damaged(string path, EngineException reason) => new FieldPlace(path, 0, 0).Say(Ids.DataUnreadable,
        $"the Parquet file is damaged, cut off, or written in a way that is not known ({reason.Words(path)}), so rows would be lost silently; copy or write it again");

    // Folders called year=2024 are no columns of the file.
    static string Relation(string path) => $"read_parquet({DuckEngine.QuoteFile(path)}, hive_partitioning = false)";
}
