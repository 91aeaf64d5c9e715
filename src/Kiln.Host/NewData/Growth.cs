using System.Globalization;
using Kiln.Contracts.Locks;
using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>A file that goes on where it ended: it has the rows that the lock knows, and more.</summary>
/// <param name="Old">Those that were there, by their place in the table.</param>
/// <param name="New">Those that came.</param>
/// <param name="After">The moment after which all of <paramref name="New"/> are, as the lock writes it; null where some are not.</param>
/// <param name="IsProven">Whether the old rows are those that the lock knows.</param>
sealed record Growth(Partition File, int[] Old, int[] New, string? After, bool IsProven)
{
    /// <summary>Null where it is not longer but another one, or where no column orders its rows in time.</summary>
    /// <param name="was">The file when the lock was written.</param>
    /// <param name="readsAlike">Whether the rows' hashes in the lock come from the same columns, read in the same way.</param>
    public static Growth? Find(Table all, Partition file, LockedPartition was, bool readsAlike)
    {
        if (all.Time is not { } time || file.Rows == 0)
            return null;
        DateTime? end = DateTime.TryParse(was.To, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) ? to : null;
        // The day on which the file was written goes on after it, so the place of a row says more than its time.
        if (was.Rows > 0 && file.Rows > was.Rows && FindOld(all, file, was) is { } old)
            return Divide(file, row => row >= old.First && row < old.End, time, end, was, _ => true);
        if (end is null || Enumerable.Range(file.First, file.Rows).Any(time.IsMissing))
            return null;
        var growth = Divide(file, row => time.Values[row] <= end, time, end, was,
            rows => rows.Length == was.Rows && (!readsAlike || RowSetHash.ComputePart(rows.Select(row => all.RowHashes[row]).ToArray()) == was.Hash));
        return growth.New.Length == 0 || 2L * growth.Old.Length < was.Rows ? null : growth;
    }

    /// <summary>The locked rows where they stand together, with the new ones below or above them.</summary>
    static RowRange? FindOld(Table all, Partition file, LockedPartition was) =>
        new[] { file.First, file.End - (int)was.Rows }.Select(first => new RowRange(first, (int)was.Rows))
            .FirstOrDefault(range => RowSetHash.ComputePart(all.RowHashes.AsSpan(range.First, range.Rows)) == was.Hash);

    static Growth Divide(Partition file, Func<int, bool> isOld, DateTimeColumn time, DateTime? end, LockedPartition was, Func<int[], bool> isProven)
    {
        var sides = Enumerable.Range(file.First, file.Rows).ToLookup(isOld);
        int[] old = [.. sides[true]], fresh = [.. sides[false]];
        return new(file, old, fresh, fresh.All(row => time.Values[row] > end) ? was.To : null, isProven(old));
    }
}
