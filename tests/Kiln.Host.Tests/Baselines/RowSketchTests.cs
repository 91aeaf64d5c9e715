using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;
using Kiln.Host.Baselines;

namespace Kiln.Host.Tests.Baselines;

public class RowSketchTests
{
    [Fact]
    public void On_small_data_the_numbers_are_exact_and_equal_rows_count_each()
    {
        Assert.Equal(new RowChange(4, 2, 1, false), Compare([1, 2, 2, 3, 9], [1, 2, 2, 2, 4, 9]));
        Assert.Equal(new RowChange(3, 0, 0, false), Compare([3, 2, 1], [1, 2, 3]));
        Assert.Equal(new RowChange(0, 2, 1, false), Compare([1], [2, 3]));
    }

    [Fact]
    public void On_large_data_appended_and_removed_rows_are_still_exact()
    {
        var rows = Hashes(1, 50_000);

        Assert.Equal(new RowChange(50_000, 0, 0, true), Compare(rows, rows));
        Assert.Equal(new RowChange(50_000, 5_000, 0, true), Compare(rows, [.. rows, .. Hashes(2, 5_000)]));
        Assert.Equal(new RowChange(40_000, 0, 10_000, true), Compare(rows, rows[..40_000]));
    }

    [Fact]
    public void On_large_data_replaced_rows_are_estimated()
    {
        var rows = Hashes(1, 50_000);

        var change = Compare(rows, [.. rows[..40_000], .. Hashes(2, 20_000)]);

        Assert.True(change.Estimated);
        Assert.InRange(change.Kept, 38_000, 42_000);
        Assert.Equal((60_000, 50_000), (change.Kept + change.Added, change.Kept + change.Removed));
    }

    [Fact]
    public void A_small_release_is_found_whole_in_large_data() => Assert.Equal(
        new RowChange(100, 49_900, 0, true), Compare(Hashes(1, 50_000)[..100], Hashes(1, 50_000)));

    static RowChange Compare(ulong[] released, ulong[] now) => RowSketch.Compare(Baseline(released), Baseline(now));

    static Baseline Baseline(ulong[] hashes) => new()
    {
        Rows = hashes.Length, Sketch = RowSketch.Take(hashes), HeldOut = [], Importance = [], Columns = [],
    };

    static ulong[] Hashes(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
    }
}
