namespace Kiln.Host.Data;

/// <summary>The rows of a table that one file holds.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="First">The first of them in the table.</param>
sealed record Partition(string Path, int First, int Rows)
{
    /// <summary>The row behind the last one.</summary>
    public int End => First + Rows;

    public string FileName => System.IO.Path.GetFileName(Path);
}
