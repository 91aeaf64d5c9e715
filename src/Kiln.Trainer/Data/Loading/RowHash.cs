using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Loading;

/// <summary>
/// A row's hash, which decides its side of the split and so must stay the same for ever: start with 0, then, for each column in the
/// contract's order, take XXH64 of the field's UTF-8, seeded with the hash so far. Fields count as they are written, without quotes and
/// the blanks around them; a missing one, however it is written, is the empty text. Not parsed values, which a better parser would change;
/// not DuckDB's hash, which its next version may. Seeding keeps fields apart: ("ab", "c") and ("a", "bc") differ.
/// </summary>
static class RowHash
{
    public static ulong Add(ulong hash, ReadOnlySpan<byte> field) => XxHash64.Hash(field, hash);
}
