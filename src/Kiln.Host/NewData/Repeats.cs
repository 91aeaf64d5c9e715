using Kiln.Host.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.NewData;

/// <summary>Rows of a part of the data that occur again: in the part itself, and in those that came before it. Parts that came together count in their order.</summary>
/// <param name="Within">Rows that equal an earlier one of the part.</param>
/// <param name="Elsewhere">Rows that equal one of another known part, or of a new part before this one if it is new itself.</param>
/// <param name="FirstWithin">The first such row of the table; -1 where there is none.</param>
/// <param name="FirstElsewhere">The same for <see cref="Elsewhere"/>.</param>
/// <param name="Partner">The part with most of these; null where there is none.</param>
sealed record Repeats(long Within, long Elsewhere, int FirstWithin, int FirstElsewhere, RowRange? Partner)
{
    /// <param name="rowHashes">Of all rows.</param>
    /// <param name="parts">Of the data, in the order of their rows, all of which they hold.</param>
    /// <param name="isKnown">For each, whether it was known before.</param>
    public static IReadOnlyDictionary<RowRange, Repeats> Count(ulong[] rowHashes, IReadOnlyList<RowRange> parts, IReadOnlyList<bool> isKnown)
    {
        int[] rows = [.. Enumerable.Range(0, rowHashes.Length)];
        ulong[] hashes = [.. rowHashes];
        RadixSort.Sort(hashes, rows);
        int[] partOf = [.. parts.SelectMany((part, index) => Enumerable.Repeat(index, part.Rows))];
        var counts = parts.Select(_ => new Counter()).ToArray();
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && hashes[end] == hashes[start]; end++)
            {
            }
            if (end - start == 1)
                continue;
            Add(rows.AsSpan(start, end - start), partOf, isKnown, counts);
        }
        return parts.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second.Finish(parts));
    }

    static void Add(ReadOnlySpan<int> equal, int[] partOf, IReadOnlyList<bool> isKnown, Counter[] counts)
    {
        var inParts = new HashSet<int>();
        foreach (var row in equal)
            if (!inParts.Add(partOf[row]))
                counts[partOf[row]].AddWithin(row);
        if (inParts.Count == 1)
            return;
        foreach (var row in equal)
            if (partOf[row] is var mine && inParts.Where(part => part != mine && (isKnown[part] || !isKnown[mine] && part < mine)).ToList() is { Count: > 0 } others)
                counts[mine].AddElsewhere(row, others);
    }

    sealed class Counter
    {
        readonly Dictionary<int, long> _partners = [];
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
            foreach (var part in others)
                _partners[part] = _partners.GetValueOrDefault(part) + 1;
        }

        public Repeats Finish(IReadOnlyList<RowRange> parts) =>
            new(_within, _elsewhere, _firstWithin, _firstElsewhere, _elsewhere == 0 ? null : parts[_partners.OrderBy(partner => partner.Key).MaxBy(partner => partner.Value).Key]);
    }
}
