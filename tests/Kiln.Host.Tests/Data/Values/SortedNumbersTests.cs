using Kiln.Host.Data.Values;

namespace Kiln.Host.Tests.Data.Values;

/// <summary>Whether numbers are sorted as whole numbers or as they are must not show.</summary>
public class SortedNumbersTests
{
    public static TheoryData<string, Func<Random, double>> Kinds => new()
    {
        { "few whole", random => random.Next(-3, 4) },
        { "whole", random => random.Next(-1_000_000, 1_000_000) },
        { "thousandths", random => Math.Round(random.NextDouble() * 20_000 - 5_000, 3) },
        { "now tenths, now ten-thousandths", random => Math.Round(random.NextDouble() * 100, random.Next(1, 5)) },
        { "five decimals", random => Math.Round(random.NextDouble(), 5) },
        { "sums of tenths", random => random.Next(9) * 0.1 + 0.2 },
        { "any", random => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)) },
        { "large", random => random.Next(2) == 0 ? int.MaxValue : int.MinValue },
        { "beyond", random => random.Next(2) == 0 ? 1e300 : double.Epsilon },
        { "negative zero", random => random.Next(2) == 0 ? -0.0 : 1 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Numbers_are_in_order_and_summed_up_as_they_are(string kind, Func<Random, double> next)
    {
        var random = new Random(4);
        foreach (var count in new[] { 1, 2, 100, 30_000 })
        {
            double[] values = [.. Enumerable.Range(0, count).Select(i => i % 7 == 3 ? double.NaN : next(random))];
            double[] expected = [.. values.Where(value => !double.IsNaN(value)).Order()];

            using var sorted = SortedNumbers.Sort(values);

            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits).Order(), Enumerable.Range(0, sorted.Count).Select(place => BitConverter.DoubleToInt64Bits(sorted[place])).Order());
            Assert.Equal(expected, Enumerable.Range(0, sorted.Count).Select(place => sorted[place]));
            Assert.True(expected.Distinct().Count() == sorted.Distinct, kind);
            if (expected.All(value => Math.Abs(value) < 1e10))
                Assert.Equal((double)expected.Average(value => (decimal)value), sorted.Mean, Math.Max(1e-15, 1e-12 * expected.Max(Math.Abs)));
            Assert.Equal(expected.Count(value => value <= expected[count / 3]), sorted.End(0, value => value <= expected[count / 3]));
        }
    }

    [Fact]
    public void There_may_be_none()
    {
        using var sorted = SortedNumbers.Sort([double.NaN, double.NaN]);

        Assert.Equal((0, 0), (sorted.Count, sorted.Distinct));
    }
}
