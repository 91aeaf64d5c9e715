using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>Rows of a file that occur again: in the file itself, and in those that came before it. Files that came together count in their order.</summary>
/// <param name="Within">Rows that equal an earlier one of the file.</param>
/// <param name="Elsewhere">Rows that equal one of another known file, or of a new file before this one if it is new itself.</param>
/// <param name="FirstWithin">The first such row of the table; -1 where there is none.</param>
/// <param name="FirstElsewhere">The same for <see cref="Elsewhere"/>.</param>
/// <param name="Partner">The file with most of these; -1 where there is none.</param>
sealed record Repeats(long Within, long Elsewhere, int FirstWithin, int FirstElsewhere, int Partner)
{
    /// <param name="table">All rows.</param>
    /// <param name="isKnown">For each partition of the table, whether it was known before.</param>
    public static Repeats[] Count(Table table, IReadOnlyList<bool> isKnown)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        ulong[] hashes = [.. table.RowHashes];
        Array.Sort(hashes, rows);
        int[] fileOf = [.. table.Partitions.SelectMany((file, index) => Enumerable.Repeat(index, file.Rows))];
        var counts = table.Partitions.Select(_ => new Counter(table.Partitions.Count)).ToArray();
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && hashes[end] == hashes[start]; end++)
            {
            }
            if (end - start == 1)
                continue;
            var equal = rows.AsSpan(start, end - start);
            equal.Sort();
            Add(equal, fileOf, isKnown, counts);
        }
        return [.. counts.Select(counter => counter.Finish())];
    }

    static void Add(ReadOnlySpan<int> equal, int[] fileOf, IReadOnlyList<bool> isKnown, Counter[] counts)
    {
        var files = new HashSet<int>();
        foreach (var row in equal)
            if (!files.Add(fileOf[row]))
                counts[fileOf[row]].AddWithin(row);
        if (files.Count == 1)
            return;
        foreach (var row in equal)
            if (fileOf[row] is var mine && files.Where(file => file != mine && (isKnown[file] || !isKnown[mine] && file < mine)).ToList() is { Count: > 0 } others)
                counts[mine].AddElsewhere(row, others);
    }

    sealed class Counter(int files)
    {
        readonly long[] _partners = new long[files];
        long _within, _elsewhere;
        int _firstWithin = -1, _firstElsewhere = -1;

        public void AddWithin(int row)
        {
            _within++;
            _firstWithin = _firstWithin < 0 ? row : Math.Min(_firstWithin, row);
        }

        public void AddElsewhere(int row, IEnumerable<int> others)
        {
            _elsewhere++;
            _firstElsewhere = _firstElsewhere < 0 ? row : Math.Min(_firstElsewhere, row);
            foreach (var file in others)
                _partners[file]++;
        }

        public Repeats Finish() =>
            new(_within, _elsewhere, _firstWithin, _firstElsewhere, _elsewhere == 0 ? -1 : Array.IndexOf(_partners, _partners.Max()));
    }
}
