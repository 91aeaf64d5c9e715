using System.Buffers.Binary;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

/// <summary>
/// A key for each row, by which it is placed and recognised. Rows that are equal in the columns they are known by are counted, and their
/// number is part of the key: were equal rows to share a key, "these inputs, yes" would stand on one side of the split and "these inputs,
/// no" on the other, and the model would be measured on the opposite of what it learnt. So equal rows are divided as chance would divide
/// them, whatever their label, and one that is appended takes the next number and moves none.
/// </summary>
static class RowKeys
{
    /// <param name="by">The columns the rows are known by.</param>
    /// <param name="hashes">The rows' hashes over these.</param>
    /// <param name="content">The rows' hashes over all columns.</param>
    public static ulong[] Compute(IReadOnlyList<string> by, ulong[] hashes, ulong[] content) =>
        by.Count == 1 ? ById(by[0], hashes, content) : Counted(hashes, content);

    /// <summary>The column by which people know a row: the first that is an id and never missing; null for none.</summary>
    public static string? Column(DataContract contract) =>
        contract.Columns.FirstOrDefault(column => column.Role == ColumnRole.Id && !column.Nullable)?.Name;

    /// <summary>Rows of one id are one thing at several times and stay together; a row without an id is known by its content.</summary>
    static ulong[] ById(string id, ulong[] hashes, ulong[] content)
    {
        var missing = RowHash.Field([], RowHash.Seed(id));
        return [.. hashes.Select((hash, row) => Key(hash == missing ? content[row] : hash, 0))];
    }

    static ulong[] Counted(ulong[] hashes, ulong[] content)
    {
        int[] rows = [.. Enumerable.Range(0, hashes.Length)];
        ulong[] sorted = [.. hashes];
        RadixSort.Sort(sorted, rows);
        var keys = new ulong[hashes.Length];
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && sorted[end] == sorted[start]; end++)
            {
            }
            // Equal rows may differ in columns that came later; then their content orders them, not their place in a file.
            var equal = rows.AsSpan(start, end - start);
            if (equal.Length > 1)
                equal.Sort((a, b) => content[a].CompareTo(content[b]));
            for (var number = 0; number < equal.Length; number++)
                keys[equal[number]] = Key(sorted[start], number);
        }
        return keys;
    }

    static ulong Key(ulong hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return XxHash64.Hash(bytes, hash);
    }
}
