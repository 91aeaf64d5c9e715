using Kiln.Analyzers.Tests.Versions;
using Kiln.Contracts.Expectations;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Gates;

public sealed class ExpectationTests
{
    static async Task<string[]> Findings(string expectations, string label = "y", string more = "") =>
        [.. (await StandIn.Project
            .Contract("data", Columns.Number("x"), Columns.Boolean("y"), Columns.Category("kind", "a", "b", "c"), Columns.Number("spare"))
            .Source($"using Kiln; [Model(\"data\", Label = \"{label}\", Version = \"1.0.0\", Ignore = [\"spare\"]{more})] {expectations} partial class M;")
            .Findings()).Where(finding => !finding.StartsWith("KILN4004", StringComparison.Ordinal))];

    [Theory]
    [InlineData("[Expect(\"X\", Monotone.Increasing)]", "y", "\"X\": 'X' is not a column of 'data' (did you mean 'x'?); column names must match the file's header exactly")]
    [InlineData("[Expect(\"x\")]", "y", "\"x\": nothing is expected of 'x'; write Monotone.Increasing or Monotone.Decreasing behind it, or Invariant = true")]
    [InlineData("[Expect(\"x\", Monotone.Increasing, Invariant = true)]", "y", "true: a score that does not depend on 'x' goes no way with it; keep the direction or Invariant = true")]
    [InlineData("[Expect(\"y\", Monotone.Increasing)]", "y", "\"y\": 'y' is the label, which is predicted and not learned from; name a column that the model learns from")]
    [InlineData("[Expect(\"spare\", Invariant = true)]", "y", "\"spare\": the model does not learn from 'spare', so its score cannot depend on it; remove the expectation, or let the model learn from the column (Features and Ignore in [Model], its role in data.schema.json, line 9)")]
    [InlineData("[Expect(\"kind\", Monotone.Decreasing)]", "y", "\"kind\": 'kind' is a category column, which does not rise; if its values have an order, write them as numbers with type \"number\" in data.schema.json, line 8, or expect Invariant = true")]
    [InlineData("[Expect(\"x\", Monotone.Increasing, Class = \"a\")]", "y", "\"a\": the score is the probability of 'yes', so there is no Class to choose; remove Class")]
    [InlineData("[Expect(\"x\", Monotone.Increasing)]", "kind", "\"x\": of several classes some become more probable when others become less, so the direction needs one of them; write Class = \"a\", or another of 'a', 'b', 'c'")]
    [InlineData("[Expect(\"x\", Monotone.Increasing, Class = \"A\")]", "kind", "\"A\": 'A' is not a class of 'kind' (did you mean 'a'?); name one of 'a', 'b', 'c'")]
    [InlineData("[Expect(\"kind\", Invariant = true, Within = -0.1)]", "y", "-0.1: Within is how far the score may go the wrong way, and -0.1 is no such amount; set it to 0 or more, in the score's unit")]
    [InlineData("[Expect(\"x\", Monotone.Increasing, MinShare = 0)]", "y", "0: MinShare is the share of rows that must meet the expectation, and 0 is none; set it above 0 and to 1 at most")]
    public async Task Flags(string expectation, string label, string finding) => Assert.Equal([$"KILN4026 at {finding}"], await Findings(expectation, label));

    [Fact]
    public async Task Flags_both_of_two_that_contradict_each_other() => Assert.Equal(
        Enumerable.Repeat("KILN4026 at \"x\": 'x' is expected to raise the score and to lower it; keep one of them, or write Invariant = true", 2),
        await Findings("[Expect(\"x\", Monotone.Increasing)] [Expect(\"x\", Monotone.Decreasing, MinShare = 0.9)]"));

    [Fact]
    public async Task Flags_what_is_expected_of_clusters() => Assert.StartsWith(
        "KILN4026 at \"x\": Clustering has no score that could be expected to go one way", Assert.Single(await Findings("[Expect(\"x\", Invariant = true)]", "kind", ", Task = ModelTask.Clustering")));

    [Theory]
    [InlineData("[Expect(\"x\", Monotone.Increasing)] [Expect(\"kind\", Invariant = true, Within = 0.01, MinShare = 0.99, Because = \"fair\")]", "y")]
    [InlineData("[Expect(\"y\", Monotone.Decreasing)]", "x")]
    [InlineData("[Expect(\"x\", Monotone.Increasing, Class = \"a\")] [Expect(\"x\", Monotone.Decreasing, Class = \"b\")] [Expect(\"y\", Invariant = true)]", "kind")]
    public async Task Leaves_alone(string expectations, string label) => Assert.Empty(await Findings(expectations, label));

    [Theory]
    [InlineData("[Expect(\"a\", Invariant = true, Within = 0.2)]", "0.2", "a Invariant: Within was 0.1 and is 0.2", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("[Expect(\"a\", Invariant = true, Within = 0.1, MinShare = 0.9)]", "0.9", "a Invariant: MinShare was 1 and is 0.9", "restore it, or give the reason with Because = \"…\"")]
    [InlineData("", "Model(\"data\", Label = \"y\", Version = \"1.2.0\")", "a Invariant Within 0.1 is gone", "restore it, or give it a weaker bound and the reason with Because = \"…\"")]
    public async Task Flags_one_that_is_weaker_than_in_the_last_release(string expectation, string at, string what, string todo) => Assert.Contains(
        $"KILN3009 at {at}: the expectation is weaker than in release 1.2.0 ({what}), so a worse model passes unnoticed; {todo}", await SinceRelease(expectation));

    [Theory]
    [InlineData("[Expect(\"a\", Invariant = true)]")]
    [InlineData("[Expect(\"a\", Invariant = true, Within = 0.2, Because = \"new sensors\")]")]
    public async Task Leaves_one_alone_that_is_as_strict_or_has_a_new_reason(string expectation) =>
        Assert.DoesNotContain(await SinceRelease(expectation), finding => finding.StartsWith("KILN3009", StringComparison.Ordinal));

    static Task<string[]> SinceRelease(string expectation)
    {
        var project = ReleasedModel.Declared(", Version = \"1.2.0\"", expectation, expected: [new Expectation("a", Invariant: true, Within: 0.1)]);
        return project.Findings();
    }
}
