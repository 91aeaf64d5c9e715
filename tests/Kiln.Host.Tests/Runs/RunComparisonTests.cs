using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Runs;

namespace Kiln.Host.Tests.Runs;

/// <summary>Which of several tries is the better one, and where that cannot be said.</summary>
public class RunComparisonTests
{
    [Fact]
    public void The_best_of_a_metric_is_marked_among_those_of_the_same_rows_only()
    {
        var comparison = Compare(
            Run("better", Lock(0.9, 0.3)),
            Run("new-data", Lock(0.99, 0.1) with { DataHash = Hash('b') }),
            Run("other-split", Lock(0.99, 0.1) with { Split = new(["id"], []) }),
            Run("other-label", Lock(0.99, 0.1), new() { Name = "M", Type = "M", Dataset = "d", Label = "other", Ignore = ["b"], Location = new("M.cs", 1, 1) }));

        var page = ComparisonPage.Write([comparison]);

        Assert.Matches(@"\| lock +\| 0\.8 \(0\.7 to 1\) +\| \*\*0\.2 \(no interval\)\*\* +\| 1,000 ", page);
        Assert.Matches(@"\| run better +\| \*\*0\.9 \(0\.7 to 1\)\*\* +\| 0\.3 \(no interval\) +\| 1,000 +\|  +\|\n", page);
        Assert.Matches(@"\| run new-data +\| 0\.99 .+\| not comparable: other data +\|", page);
        Assert.Matches(@"\| run other-split +\| 0\.99 .+\| not comparable: other rows held out +\|", page);
        Assert.Matches(@"\| run other-label +\| 0\.99 .+\| not comparable: another label +\|", page);
        Assert.Contains("- run better, other than today: nothing\n", page);
        Assert.Contains($"- run new-data, other than today: data bbbbbbbb → aaaaaaaa\n", page);
    }

    /// <summary>Of another label the same rows say nothing of the model.</summary>
    [Theory]
    [InlineData(null, @"\| release 1\.0\.0 +\| \*\*0\.95 .+\| +\|\n")]
    [InlineData("the task, the label or its classes changed", @"\| release 1\.0\.0 +\| 0\.95 .+\| not comparable: the task, the label or its classes changed +\|")]
    public void A_release_that_the_lock_could_not_be_compared_with_is_not_comparable(string? why, string row)
    {
        var released = new Release
        {
            Version = "1.0.0", Metrics = [new("Accuracy", new(0.95, 0.9, 1))], Provenance = new("2026-11-30", null, null, "Kiln 0.1.0", [], 4000, 1000),
            Content = new() { Definition = Hash('f'), Contract = Hash('d'), Data = Hash('a'), Task = TaskKind.BinaryClassification, Label = "z", Classes = [], Inputs = [], Outputs = [] },
            Baseline = new() { Rows = 5000, Sketch = [], HeldOut = [], Split = new(SplitKind.Hash, null, ["x", "y"], [], "", null), Importance = [], Columns = [] },
        };
        var locked = Lock(0.8, 0.2) with { Released = [released], SinceRelease = why is null ? null : new() { Version = "1.0.0", NotCompared = why } };

        Assert.Matches(row, ComparisonPage.Write([new(Model, locked, [])]));
    }

    [Fact]
    public void Of_a_definition_members_differ_and_places_do_not()
    {
        var then = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = "d", Label = "y", Location = new("/home/ann/M.cs", 7, 1), Trainer = "Linear", Ignore = ["a"], Pipeline = new(Hash('c'), ["x"], new("P.cs", 1, 1)),
            Gates = [new(new Gate("Accuracy", 0.8, null, null, null, null, null), new("M.cs", 9, 9))],
        };
        var run = Run("then", Lock(0.9, 0.3), then);

        var differences = Assert.Single(Compare(run).Differences).Differences;

        Assert.Equal(["ignore: a → none, none → b", "trainer: Linear → LightGbm", "gates: metric Accuracy atLeast 0.8 → none", "pipeline: its own → the default one"], differences);
        Assert.DoesNotContain("ann", RunJson.Write(run));
    }

    [Fact]
    public void A_run_is_read_as_it_was_written_and_nothing_else_is()
    {
        var run = Run("kept", Lock(0.9, double.NaN)) with { Commit = "0123", Settings = "31 leaves", Verdict = "gateMissed" };
        var text = RunJson.Write(run);

        Assert.Equal(text, RunJson.Write(RunJson.Read(text)));
        Assert.Throws<Contracts.Json.JsonFormatException>(() => RunJson.Read(text.Replace("\"format\": 1,\n  \"run\"", "\"format\": 2,\n  \"run\"")));
        Assert.Throws<Contracts.Json.JsonFormatException>(() => RunJson.Read("<html>"));
    }

    static ModelDefinition Model { get; } = new() { Name = "M", Type = "M", Dataset = "d", Label = "y", Ignore = ["b"], Location = new("M.cs", 1, 1) };

    static RunComparison Compare(params KeptRun[] runs) => new(Model, Lock(0.8, 0.2), runs);

    static KeptRun Run(string name, ModelLock locked, ModelDefinition? model = null) => new(name, null, "passed", null, RunJson.Definition(model ?? Model), locked);

    static string Hash(char digit) => new(digit, 64);

    static ModelLock Lock(double accuracy, double loss) => new()
    {
        Model = "M", Version = "1.0.0", Definition = DefinitionFingerprint.Compute(Model), Contract = Hash('d'), Tool = "Kiln 0.1.0", Dataset = "d", DataHash = Hash('a'),
        Partitions = [], Split = new(["x", "y"], []), TrainingRows = 4000, HeldOutRows = 1000, Artifact = Hash('e'),
        Metrics = [new("Accuracy", new(accuracy, 0.7, 1)), new("LogLoss", new(loss, double.NaN, double.NaN))],
    };
}
