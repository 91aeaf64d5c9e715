using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data;

/// <summary>The rows of a table that one file holds.</summary>
/// <param name="First">The first of them in the table.</param>
sealed record Partition(DataSource Source, int First, int Rows)
{
    public string Path => Source.Path;

    /// <summary>The row behind the last one.</summary>
    public int End => First + Rows;

    public string FileName => System.IO.Path.GetFileName(Path);
}
