using Kiln.Host.Training.Intervals;

namespace Kiln.Host.Tests.Training.Intervals;

/// <summary>How far an interval reaches, from errors of models that did not see their rows.</summary>
public class IntervalReachTests
{
    /// <summary>Counted: of 20 errors of which any may be the new one, the quantile of the other 19 holds 19.</summary>
    [Theory]
    [InlineData(19, 0.95)]
    [InlineData(19, 0.5)]
    [InlineData(40, 0.9)]
    [InlineData(200, 0.995)]
    public void A_quantile_holds_the_share_of_new_errors(int count, double share)
    {
        var random = new Random(3);
        double[] errors = [.. Enumerable.Range(0, count + 1).Select(_ => random.NextDouble())];

        var held = errors.Count(error => error <= Conformal.Quantile(errors.Where(other => other != error).Select(other => (other, 1f)), share));

        Assert.Equal((int)Math.Ceiling(share * (count + 1) - 1e-9), held);
    }

    [Theory]
    [InlineData(0.95, 19)]
    [InlineData(0.9, 9)]
    [InlineData(0.975, 39)]
    [InlineData(0.995, 199)]
    public void Of_fewer_errors_there_is_none(double share, int fewest)
    {
        Assert.Equal(fewest, Conformal.Fewest(share));
        Assert.Equal(fewest, Conformal.Quantile(Enumerable.Range(1, fewest).Select(error => ((double)error, 1f)), share));
        Assert.Equal(double.PositiveInfinity, Conformal.Quantile(Enumerable.Range(1, fewest - 1).Select(error => ((double)error, 1f)), share));
    }

    [Fact]
    public void A_share_next_to_1_takes_more_than_there_are() => Assert.Equal(int.MaxValue, Conformal.Fewest(1 - 1e-16));

    /// <summary>Of many errors the new one hardly counts, so that one of weight 3 is that error three times.</summary>
    [Fact]
    public void Errors_count_as_much_as_they_weigh()
    {
        var errors = Enumerable.Range(0, 3_000).Select(i => i * 7919 % 3_000 / 100.0).ToList();

        foreach (var share in new[] { 0.5, 0.8, 0.95 })
        {
            Assert.Equal(
                Conformal.Quantile(errors.SelectMany((error, i) => Enumerable.Repeat((error, 1f), error < 15 ? 3 : 1)), share),
                Conformal.Quantile(errors.Select(error => (error, error < 15 ? 3f : 1f)), share), 0.01 + 1e-9);
            // Nor does it matter in which unit weights are, or what does not count.
            Assert.Equal(Conformal.Quantile(errors.Take(50).Select(error => (error, 1f)), share), Conformal.Quantile(errors.Select((error, i) => (error, i < 50 ? 0.3f : 0)), share));
        }
    }

    /// <summary>Of errors to one side: twice as far above as below.</summary>
    [Fact]
    public void As_many_values_are_left_out_below_as_above()
    {
        double[] errors = [.. Enumerable.Range(0, 999).Select(i => i < 333 ? -(i + 1) / 333.0 : (i - 332) / 333.0)];

        var reach = IntervalReach.Find([.. errors.Select(error => new OutOfFoldError(0, error, 1))], 0.8);

        Assert.Equal(99, errors.Count(error => error < -reach.Below - 1e-6));
        Assert.Equal(99, errors.Count(error => error > reach.Above + 1e-6));
        Assert.True(reach.Above > 2 * reach.Below);
    }

    [Fact]
    public void The_score_is_within_though_all_errors_are_to_one_side() =>
        Assert.Equal(new IntervalReach(0, 3), IntervalReach.Find([.. Enumerable.Repeat(new OutOfFoldError(0, 3, 1), 50)], 0.5));
}
