using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Checks;

/// <summary>Finds values, keys and rows that occur again.</summary>
static class RepeatCheck
{
    /// <param name="table">The rows that count: an older row of a key that a newer file has again is no repetition.</param>
    public static IEnumerable<BrokenRule> Find(Table table, ViolationBudget budget)
    {
        var (contract, columns, content, origins) = (table.Contract, table.Columns, table.RowHashes, table.Origins);
        foreach (var column in columns.Where(column => column.Column.Unique))
            if (Repeated([column], content) is { Count: > 0 } rows)
                yield return Broken(Ids.ValueRepeated, "unique", [column], "", rows, origins, budget);
        if (contract.Key.Count > 0)
        {
            var key = contract.Key.Select(name => columns.First(column => column.Column.Name == name)).ToList();
            if (Repeated(key, content) is { Count: > 0 } rows)
                yield return Broken(Ids.ValueRepeated, "key", key, string.Join(", ", contract.Key.Select(name => $"'{name}'")), rows, origins, budget);
        }
        if (contract.Limits?.Duplicates is { } allowed && columns.FirstOrDefault(column => column.Column.Role != ColumnRole.Ignore) is { } first)
        {
            var rows = Again(content, (_, _) => true);
            if ((double)rows.Count / content.Length > allowed)
                yield return Broken(Ids.RowsRepeated, "duplicates", [first], Counted.Share(allowed), rows, origins, budget, contract.Limits.Severity);
        }
    }

    /// <summary>The rows whose values in all the columns stood in an earlier row. What is missing is equal to nothing, as in SQL.</summary>
    static List<int> Repeated(List<TableColumn> columns, ulong[] content)
    {
        var hashes = new ulong[content.Length];
        foreach (var column in columns)
        {
            var values = ColumnHash.Compute(column, content);
            for (var row = 0; row < hashes.Length; row++)
                hashes[row] = hashes[row] * 0x9E3779B97F4A7C15 + values[row];
        }
        return Again(hashes, (a, b) => columns.TrueForAll(column => !column.IsMissing(a) && !column.IsMissing(b) && AreEqual(column, a, b)));
    }

    /// <summary>The rows after the first of each hash, in order; a hash alone proves nothing.</summary>
    static List<int> Again(ulong[] hashes, Func<int, int, bool> equal)
    {
        int[] rows = [.. Enumerable.Range(0, hashes.Length)];
        ulong[] sorted = [.. hashes];
        RadixSort.Sort(sorted, rows);
        var again = new List<int>();
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && sorted[end] == sorted[start]; end++)
            {
            }
            if (end - start < 2)
                continue;
            var same = rows.AsSpan(start, end - start);
            foreach (var row in same[1..])
                if (equal(same[0], row))
                    again.Add(row);
        }
        again.Sort();
        return again;
    }

    static bool AreEqual(TableColumn column, int a, int b) => column switch
    {
        TextColumn texts => texts.Codes[a] == texts.Codes[b],
        NumberColumn numbers => numbers.Values[a] == numbers.Values[b],
        DateTimeColumn dates => dates.Values[a] == dates.Values[b],
        _ => false,
    };

    /// <param name="columns">Those that are equal; it is shown at the first.</param>
    static BrokenRule Broken(
        string id, string rule, IReadOnlyList<TableColumn> columns, string matter, List<int> rows, IReadOnlyList<int>? origins, ViolationBudget budget, Severity? severity = null)
    {
        var column = columns[0].Column;
        var broken = new BrokenRule(id, rule, column, matter, budget) { Tolerance = severity is null ? column.Tolerance : 0, Severity = severity ?? column.Severity };
        // A value that is personal or sensitive is not shown; nor is a row of which only the first column would be.
        var isShown = id == Ids.ValueRepeated && columns.All(one => one.Column.Classification is null);
        foreach (var row in rows)
            broken.Add(origins is null ? row : origins[row], isShown ? string.Join(", ", columns.Select(one => CellText.Find(one, row))) : "");
        return broken;
    }
}
