using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data;

/// <summary>
/// Identifies data by its rows: their order, the files they come from, how these are named, packed, quoted and what ends their lines do not
/// count, because a model trained on the same rows is the same model.
/// </summary>
static class RowSetHash
{
    /// <summary>Of a hash that people read in a file, where the whole one stands elsewhere or nobody has a reason to forge it.</summary>
    public const int PartDigits = 16;

    /// <summary>The first <see cref="PartDigits"/> of <see cref="Compute"/>.</summary>
    public static string ComputePart(ReadOnlySpan<ulong> rowHashes) => Compute(rowHashes)[..PartDigits];

    /// <summary>SHA-256 over the rows' hashes in ascending order, 64 lower-case hexadecimal digits.</summary>
    public static string Compute(ReadOnlySpan<ulong> rowHashes)
    {
        ulong[] sorted = [.. rowHashes];
        RadixSort.Sort(sorted);
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(sorted.AsSpan())));
    }
}
