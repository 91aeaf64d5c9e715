using Kiln.Contracts.Gates;

namespace Kiln.Analyzers.Tests.Versions;

public sealed class GateLoosenedTests
{
    static readonly Gate[] Released = [new("RSquared", 0.8), new("MeanAbsoluteError", AtMost: 2, Because: "agreed")];

    static async Task<string[]> Findings(string gates, params Gate[] released) =>
        [.. (await ReleasedModel.Declared(", Version = \"1.2.0\"", gates, released).Findings()).Where(finding => finding.StartsWith("KILN3009", StringComparison.Ordinal))];

    [Theory]
    [InlineData("[Gate(Metric.RSquared, AtLeast = 0.7)] [Gate(Metric.MeanAbsoluteError, AtMost = 2)]", "0.7", "RSquared AtLeast was 0.8 and is 0.7", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("[Gate(Metric.RSquared, AtLeast = 0.8)] [Gate(Metric.MeanAbsoluteError, AtMost = 2.5, Because = \"agreed\")]", "2.5", "MeanAbsoluteError AtMost was 2 and is 2.5", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("[Gate(Metric.MeanAbsoluteError, AtMost = 2)]", "Model(\"data\", Label = \"y\", Version = \"1.2.0\")", "RSquared AtLeast was 0.8 and is gone", "restore it, or give it a weaker bound and the reason with Because = \"…\"")]
    [InlineData("[Gate(Metric.RSquared, AtMost = 0.99)] [Gate(Metric.MeanAbsoluteError, AtMost = 2)]", "Gate(Metric.RSquared, AtMost = 0.99)", "RSquared AtLeast was 0.8 and is gone", "restore it, or give the reason with Because = \"…\"")]
    public async Task Flags(string gates, string at, string what, string todo) => Assert.Equal(
        [$"KILN3009 at {at}: the gate is weaker than in release 1.2.0 ({what}), so a worse model passes unnoticed; {todo}"], await Findings(gates, Released));

    [Theory]
    [InlineData("[Gate(Metric.RSquared, AtLeast = 0.8)] [Gate(Metric.MeanAbsoluteError, AtMost = 2)]")]
    [InlineData("[Gate(Metric.RSquared, AtLeast = 0.9)] [Gate(Metric.MeanAbsoluteError, AtMost = 1)]")]
    [InlineData("[Gate(Metric.RSquared, AtLeast = 0.7, Because = \"new sensors\")] [Gate(Metric.MeanAbsoluteError, AtMost = 2)]")]
    [InlineData("[Gate(Metric.RSquared, AtLeast = 0.1)] [Gate(Metric.RSquared, AtLeast = 0.8)] [Gate(Metric.MeanAbsoluteError, AtMost = 2)]")]
    public async Task Leaves_alone(string gates) => Assert.Empty(await Findings(gates, Released));

    [Theory]
    [InlineData("NoWorseBy = 0.02", "0.02", "RSquared NoWorseBy was 0.01 and is 0.02")]
    [InlineData("AtLeast = 0.8", "Gate(Metric.RSquared, AtLeast = 0.8)", "RSquared NoWorseBy was 0.01 and is gone")]
    public async Task Flags_a_loss_that_may_be_larger(string gate, string at, string what) => Assert.Equal(
        [$"KILN3009 at {at}: the gate is weaker than in release 1.2.0 ({what}), so a worse model passes unnoticed; restore it, or give the reason with Because = \"…\""],
        await Findings($"[Gate(Metric.RSquared, {gate})]", new Gate("RSquared", NoWorseBy: 0.01)));

    [Theory]
    [InlineData("AtLeast = 0.7, Slice = \"kind\"", "0.7", "RSquared in each value of 'kind' AtLeast was 0.8 and is 0.7", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("AtLeast = 0.8, Slice = \"kind\", MinRows = 90", "90", "RSquared in each value of 'kind' MinRows was 50 and is 90", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("AtLeast = 0.8, Slice = \"kind\"", "Gate(Metric.RSquared, AtLeast = 0.8, Slice = \"kind\")", "RSquared in each value of 'kind' MinRows was 50 and is 100", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("AtLeast = 0.9", "Model(\"data\", Label = \"y\", Version = \"1.2.0\")", "RSquared in each value of 'kind' AtLeast was 0.8 and is gone", "restore it, or give it a weaker bound and the reason with Because = \"…\"")]
    public async Task Flags_a_slice_that_is_held_less(string gate, string at, string what, string todo) => Assert.Contains(
        $"KILN3009 at {at}: the gate is weaker than in release 1.2.0 ({what}), so a worse model passes unnoticed; {todo}",
        await Findings($"[Gate(Metric.RSquared, {gate})]", new Gate("RSquared", 0.8, Slice: "kind", MinRows: 50)));

    [Theory]
    [InlineData("AtLeast = 0.8, Slice = \"kind\", MinRows = 50")]
    [InlineData("AtLeast = 0.85, Slice = \"kind\", MinRows = 20")]
    [InlineData("AtLeast = 0.7, Slice = \"kind\", Because = \"new kinds\"")]
    public async Task Leaves_a_slice_alone_that_is_held_as_much(string gate) => Assert.Empty(
        await Findings($"[Gate(Metric.RSquared, {gate})]", new Gate("RSquared", 0.8, Slice: "kind", MinRows: 50)));

    [Fact]
    public async Task Leaves_a_loss_alone_that_may_be_no_larger() => Assert.Empty(
        await Findings("[Gate(Metric.RSquared, NoWorseBy = 0.01)]", new Gate("RSquared", NoWorseBy: 0.01)));

    [Fact]
    public async Task Is_silent_where_the_release_does_not_say() => Assert.Empty(await Findings("[Gate(Metric.RSquared, AtLeast = 0.1)]"));
}
