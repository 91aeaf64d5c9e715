using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Baselines;

/// <summary>
/// The lowest of the rows' hashes: they are a random sample of the rows, and of two versions of the data the same sample, so its overlap is
/// that of the data (Broder, On the resemblance and containment of documents, 1997: "bottom-k").
/// </summary>
static class RowSketch
{
    const int Rows = 1_000;

    public static byte[] Take(ulong[] hashes)
    {
        ulong[] sorted = [.. hashes];
        Array.Sort(sorted);
        return PackedRows.Write([.. sorted.Take(Rows).Select(hash => (hash, Array.Empty<float>()))]);
    }

    /// <summary>What became of the rows: exact where both sketches have all, an estimate otherwise.</summary>
    public static RowChange Compare(Baseline released, Baseline now)
    {
        var (before, after) = (Hashes(released), Hashes(now));
        // Above the lower end of the two an absent hash may only have been left out.
        var end = Math.Min(End(released, before), End(now, after));
        before = [.. before.TakeWhile(hash => hash <= end)];
        after = [.. after.TakeWhile(hash => hash <= end)];
        var shared = Shared(before, after);
        var kept = shared > 0 && shared == after.Length ? now.Rows
            : (long)Math.Round(released.Rows * (before.Length == 0 ? 0 : (double)shared / before.Length));
        kept = Math.Min(kept, Math.Min(released.Rows, now.Rows));
        return new(kept, now.Rows - kept, released.Rows - kept, end != ulong.MaxValue);
    }

    static ulong[] Hashes(Baseline baseline) => [.. PackedRows.Read(baseline.Sketch, 0).Select(row => row.Hash)];

    static ulong End(Baseline baseline, ulong[] hashes) => baseline.Rows == hashes.Length ? ulong.MaxValue : hashes[^1];

    /// <summary>How many are in both; equal rows count as often as they stand in both.</summary>
    static int Shared(ulong[] before, ulong[] after)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < before.Length && j < after.Length;)
        {
            shared += before[i] == after[j] ? 1 : 0;
            (i, j) = (before[i] <= after[j] ? i + 1 : i, after[j] <= before[i] ? j + 1 : j);
        }
        return shared;
    }
}
