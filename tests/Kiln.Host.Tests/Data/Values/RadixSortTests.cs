using Kiln.Host.Data.Values;

namespace Kiln.Host.Tests.Data.Values;

public class RadixSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(50_000)]
    public void Numbers_are_ordered_as_by_comparing_them(int count)
    {
        var random = new Random(1);
        double[] special = [0, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, double.PositiveInfinity, double.NegativeInfinity];
        double[] values = [.. Enumerable.Range(0, count).Select(i => i % 10 == 0 ? special[random.Next(special.Length)] : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];
        var expected = values.Order().ToArray();

        RadixSort.Sort(values);

        Assert.Equal(expected, values);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(30_000, 40)]
    [InlineData(30_000, int.MaxValue)]
    public void Items_move_with_their_keys_and_equal_keys_keep_their_order(int count, int different)
    {
        var random = new Random(2);
        var keys = Enumerable.Range(0, count).Select(_ => (ulong)random.Next(different) << random.Next(32)).ToArray();
        int[] items = [.. Enumerable.Range(0, count)];
        var expected = keys.Select((key, item) => (key, item)).OrderBy(pair => pair.key).ToArray();

        RadixSort.Sort(keys, items);

        Assert.Equal(expected, keys.Zip(items));
    }
}
