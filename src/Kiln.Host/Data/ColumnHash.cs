using System.Runtime.InteropServices;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data;

/// <summary>A 64-bit hash of a column's values that never changes: which rows are held out depends on it.</summary>
static class ColumnHash
{
    /// <summary>One hash a row, equal for equal values; a row without a value takes its own hash, so that missing is no group.</summary>
    public static ulong[] Compute(TableColumn column, ulong[] rowHashes)
    {
        var texts = column is TextColumn text ? text.Texts.Select(t => Compute(MemoryMarshal.AsBytes(t.AsSpan()))).ToArray() : [];
        var hashes = new ulong[rowHashes.Length];
        for (var row = 0; row < hashes.Length; row++)
            hashes[row] = column.IsMissing(row) ? rowHashes[row] : column switch
            {
                TextColumn t => texts[t.Codes[row]],
                // Added to zero, a negative zero is one.
                NumberColumn n => Compute(BitConverter.GetBytes(n.Values[row] + 0.0)),
                DateTimeColumn d => Compute(BitConverter.GetBytes(d.Values[row]!.Value.Ticks)),
                _ => throw new InvalidOperationException($"{column.GetType()} has no hash"),
            };
        return hashes;
    }

    static ulong Compute(ReadOnlySpan<byte> bytes) => XxHash64.Hash(bytes, 0);
}
