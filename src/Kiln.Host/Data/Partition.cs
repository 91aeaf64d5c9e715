using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data;

/// <summary>The rows of a table that one file holds.</summary>
sealed record Partition(DataSource Source, int First, int Rows) : RowRange(First, Rows)
{
    public string Path => Source.Path;

    public string FileName => System.IO.Path.GetFileName(Path);
}
