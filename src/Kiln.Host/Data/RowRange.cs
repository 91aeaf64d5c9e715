namespace Kiln.Host.Data;

/// <summary>Rows of a table that follow one another.</summary>
/// <param name="First">The first of them in the table.</param>
record RowRange(int First, int Rows)
{
    /// <summary>The row behind the last one.</summary>
    public int End => First + Rows;
}
