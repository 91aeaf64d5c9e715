using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Host.Gates;

namespace Kiln.Host.Tests.Gates;

public class LossTests
{
    [Theory]
    [InlineData("Accuracy", 0.01, -0.05, -0.08, -0.02, "Missed")]
    [InlineData("Accuracy", 0.02, -0.05, -0.08, -0.02, "Undecided")]
    [InlineData("Accuracy", 0.08, -0.05, -0.08, -0.02, "Met")]
    [InlineData("Accuracy", 0, 0.05, 0.02, 0.08, "Met")]
    [InlineData("Accuracy", 0, 0, -0.02, 0.02, "Undecided")]
    [InlineData("LogLoss", 0.01, 0.05, 0.02, 0.08, "Missed")]
    [InlineData("LogLoss", 0.05, 0.05, 0.02, 0.08, "Undecided")]
    [InlineData("LogLoss", 0, -0.05, -0.08, -0.02, "Met")]
    public void The_interval_of_the_loss_is_what_is_compared(string metric, double bound, double value, double low, double high, string verdict) =>
        Assert.Equal(verdict, Verdict(metric, bound, Changes(metric, new(value, low, high), 500)).Verdict.ToString());

    [Fact]
    public void What_did_not_change_is_no_worse() =>
        Assert.Equal(LossVerdict.Met, Verdict("Accuracy", 0, Changes("LogLoss", new(1, 1, 1), 5)).Verdict);

    [Fact]
    public void Without_a_release_there_is_nothing_to_be_worse_than() =>
        Assert.Equal(LossVerdict.NothingReleased, Verdict("Accuracy", 0, null).Verdict);

    [Fact]
    public void What_cannot_be_compared_is_undecided_and_says_why() => Assert.Equal(
        new(LossVerdict.Undecided, "its predictions cannot be compared: why", "build where the released model is at hand, which KilnStorePath keeps for all machines, or release once without NoWorseBy, saying so with Because"),
        Verdict("Accuracy", 1, new() { Version = "1.0.0", NotCompared = "why" }));

    [Fact]
    public void A_metric_that_is_not_defined_is_undecided() =>
        Assert.Equal(LossVerdict.Undecided, Verdict("AreaUnderRocCurve", 1, Changes("AreaUnderRocCurve", new(double.NaN, double.NaN, double.NaN), 500)).Verdict);

    [Fact]
    public void A_handful_of_rows_decides_nothing() => Assert.Equal(
        new(LossVerdict.Undecided, "the loss is 0.2 with a 95 % interval of 0.1 to 0.3 on 29 held-out rows that both share, and fewer than 30 rows are not enough"),
        Verdict("Accuracy", 0, Changes("Accuracy", new(-0.2, -0.3, -0.1), 29)));

    static Loss Verdict(string metric, double bound, SinceRelease? changes) =>
        Loss.Measure(new(metric, NoWorseBy: bound), changes);

    static SinceRelease Changes(string metric, MetricValue difference, long rows) => new()
    {
        Version = "1.0.0", HeldOutRows = rows, Flipped = 1, Metrics = [new(metric, new(new(1, 1, 1), new(1, 1, 1), difference))],
    };
}
