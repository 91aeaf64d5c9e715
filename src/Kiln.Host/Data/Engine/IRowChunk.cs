namespace Kiln.Host.Data.Engine;

/// <summary>Some rows of a source, their fields as text, column by column; gone with the next ones.</summary>
interface IRowChunk
{
    /// <summary>Rows in this chunk.</summary>
    int Rows { get; }

    TextVector this[int column] { get; }
}
