using System.Text;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

/// <summary>
/// A row's hash, which decides its side of the split and so must stay the same for ever: the sum, modulo 2^64, of a hash for each column,
/// which is XXH64 of the field's UTF-8, seeded with XXH64 of the column's name. A sum, so that neither the order of columns counts nor, once
/// a hash is taken over some columns, the others. Fields count as they are written, without quotes and the blanks around them; a missing
/// one, however it is written, is the empty text. Not parsed values, which a better parser would change; not DuckDB's hash, which its next
/// version may.
/// </summary>
static class RowHash
{
    public static ulong Seed(string column) => XxHash64.Hash(Encoding.UTF8.GetBytes(column), 0);

    /// <param name="field">The field's text; empty where it is missing.</param>
    /// <param name="seed">Its column's.</param>
    public static ulong Field(ReadOnlySpan<byte> field, ulong seed) => XxHash64.Hash(field, seed);
}
