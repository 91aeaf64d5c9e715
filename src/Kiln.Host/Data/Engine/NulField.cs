namespace Kiln.Host.Data.Engine;

/// <summary>Finds a NUL, which does not belong in text and which many programs take for its end.</summary>
static class NulField
{
    /// <summary>The first field, column by column, that holds one; null for none.</summary>
    public static (int Row, int Column)? Find(IRowChunk chunk, IEnumerable<int> columns)
    {
        foreach (var column in columns)
        {
            var fields = chunk[column];
            for (var row = 0; row < chunk.Rows; row++)
                if (fields.HoldsNul(row))
                    return (row, column);
        }
        return null;
    }
}
