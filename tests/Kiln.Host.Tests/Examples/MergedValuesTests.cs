using System.Globalization;
using Kiln.Host.Examples;

namespace Kiln.Host.Tests.Examples;

/// <summary>A column that a model could not tell apart is told; one that merely has more digits than a single is not.</summary>
public class MergedValuesTests
{
    const double January = 1_704_067_200;

    [Theory]
    [InlineData(31)]
    [InlineData(3650)]
    [InlineData(30_000)]
    public void Days_as_whole_numbers_are_told(int days)
    {
        var first = new DateTime(2024, 1, 1);
        var merged = MergedValues.Find([.. Enumerable.Range(0, days).Select(i => double.Parse(first.AddDays(i).ToString("yyyyMMdd"), CultureInfo.InvariantCulture))]);

        Assert.NotNull(merged);
        Assert.Equal(days, merged.Distinct);
        Assert.InRange(merged.Shared, days * 0.6, days);
        Assert.Equal((float)merged.First, (float)merged.Second);
        Assert.NotEqual(merged.First, merged.Second);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Seconds_since_1970_are_told(int step) => Assert.NotNull(MergedValues.Find(Steps(January, step, 5000)));

    [Fact]
    public void Seconds_with_fractions_are_told() => Assert.NotNull(MergedValues.Find(Steps(January + 0.25, 0.5, 5000)));

    [Fact]
    public void Milliseconds_at_random_moments_of_a_year_are_told() =>
        Assert.NotNull(MergedValues.Find(Drawn(100_000, random => Math.Floor(1000 * (January + 31_536_000 * random.NextDouble())))));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_values_are_told(int values) => Assert.NotNull(MergedValues.Find(Steps(16_777_216, 1, values)));

    [Fact]
    public void A_zero_for_unknown_hides_nothing() =>
        Assert.NotNull(MergedValues.Find([.. Enumerable.Repeat(0.0, 5000), .. Steps(20240101, 1, 31), double.NaN, -1]));

    [Fact]
    public void Hours_and_days_in_seconds_are_told_apart() => Assert.Null(MergedValues.Find(Steps(January, 3600, 5000)));

    [Fact]
    public void Prices_in_cents_with_a_few_large_ones_are_left_alone()
    {
        var cents = Drawn(200_000, random => Math.Round(Math.Exp(9 + 2 * Normal(random))));

        Assert.True(cents.Max() > 1 << 24);
        Assert.Null(MergedValues.Find(cents));
    }

    [Fact]
    public void Balances_in_cents_spread_to_millions_are_left_alone() =>
        Assert.Null(MergedValues.Find(Drawn(300_000, random => Math.Floor(1e9 * random.NextDouble()))));

    [Fact]
    public void Fractions_with_more_digits_than_a_single_are_left_alone()
    {
        Assert.Null(MergedValues.Find(Drawn(1_000_000, random => random.NextDouble())));
        Assert.Null(MergedValues.Find(Drawn(300_000, Normal)));
        Assert.Null(MergedValues.Find(Drawn(100_000, random => 1013.25 + 10 * Normal(random))));
        Assert.Null(MergedValues.Find(Drawn(100_000, random => Math.Round(3_000 + random.NextDouble(), 4))));
    }

    [Fact]
    public void Tiny_fractions_may_be_zero() =>
        Assert.Null(MergedValues.Find([.. Drawn(10_000, random => random.NextDouble()), .. Enumerable.Range(50, 200).Select(i => Math.Pow(10, -i))]));

    [Fact]
    public void Whole_numbers_that_are_exact_are_left_alone()
    {
        Assert.Null(MergedValues.Find(Steps(16_777_215, -1, 5000)));
        Assert.Null(MergedValues.Find([double.NaN, double.NaN]));
        Assert.Null(MergedValues.Find([]));
        Assert.Null(MergedValues.Find([1e30]));
        Assert.Null(MergedValues.Find(Steps(0, 256_000_000, 100)));
    }

    static double[] Steps(double first, double step, int count) => [.. Enumerable.Range(0, count).Select(i => first + i * step)];

    static double[] Drawn(int count, Func<Random, double> draw)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => draw(random))];
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
