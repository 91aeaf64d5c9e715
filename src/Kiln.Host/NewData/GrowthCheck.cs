using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Holds the rows that came to a file against slices of time before them.</summary>
/// <param name="all">The rows of every file.</param>
/// <param name="known">Files that are as they were.</param>
sealed class GrowthCheck(Table all, IReadOnlyList<Partition> known, Places places)
{
    /// <summary>Of fewer, what chance makes of them is not known well, and a model hardly learns from them.</summary>
    const int FewestRows = 20;

    /// <returns>Null where they are too few, or span more time than the rows before them.</returns>
    public IReadOnlyList<Diagnostic>? Check(Growth growth)
    {
        if (growth.New.Length < FewestRows)
            return null;
        var before = Before(growth);
        var cut = TimeSlices.Cut(all.Time!, [.. before, .. growth.Old], growth.New);
        if (cut.Slices.Count == 0)
            return null;
        // Files of another time or place count only where rows are looked for that occur again.
        int[] rest = [.. known.SelectMany(Rows).Except(before), .. cut.Rest];
        int[][] parts = [rest, .. cut.Slices, growth.New];
        int[] order = [.. parts.SelectMany(part => part)];
        var ranges = Ranges(parts);
        ulong[] hashes = [.. order.Select(row => all.RowHashes[row])];
        var fresh = new NewSlice(growth, ranges[^1], ranges[1..^1], cut.Span);
        var repeats = Repeats.Count(hashes, ranges, [.. ranges.Select(range => range != fresh.Range)]);
        return [.. new NewRowsCheck(all.Columns.Where(NewRowsCheck.IsCompared).Select(column => column.Take(order)), repeats, places).Check(fresh)];
    }

    /// <summary>Rows of files that end before this one begins; those of the same time may be of another place.</summary>
    int[] Before(Growth growth)
    {
        var begin = growth.Old.Min(row => all.Time!.Values[row]);
        return [.. known.Where(file => Rows(file).Max(row => all.Time!.Values[row]) < begin).SelectMany(Rows)];
    }

    static IEnumerable<int> Rows(Partition file) => Enumerable.Range(file.First, file.Rows);

    static RowRange[] Ranges(int[][] parts)
    {
        var ranges = new List<RowRange>();
        foreach (var part in parts)
            ranges.Add(new(ranges.Count == 0 ? 0 : ranges[^1].End, part.Length));
        return [.. ranges];
    }
}
