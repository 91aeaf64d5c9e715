using Kiln.Contracts.Data;
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
            Run("other-label", Lock(0.99, 0.1), Defined(label: "z")));

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
            Content = new() { Definition = Hash('f'), Contract = Hash('d'), Data = Hash('a'), Task = TaskKind.BinaryClassification, Label = "y", Classes = ["no", "yes"], Inputs = [], Outputs = [] },
            Baseline = new() { Rows = 5000, Sketch = [], HeldOut = [], Split = new(SplitKind.Hash, null, ["x", "y"], [], "", null), Importance = [], Columns = [] },
        };
        var locked = Lock(0.8, 0.2) with { Released = [released], SinceRelease = why is null ? null : new() { Version = "1.0.0", NotCompared = why } };

        Assert.Matches(row, ComparisonPage.Write([Against(Model, locked)]));
    }

    [Theory]
    [InlineData("z", null, @"not comparable: another label +\|")]
    [InlineData("y", "b", @"not comparable: it does not record by which weight it was measured +\|")]
    [InlineData("y", null, @"\| +\|\n")]
    public void A_release_beside_a_stale_lock_is_held_against_todays_definition(string label, string? weight, string note)
    {
        var released = new Release
        {
            Version = "1.0.0", Metrics = [new("Accuracy", new(0.95, 0.9, 1))], Provenance = new("2026-11-30", null, null, "Kiln 0.1.0", [], 4000, 1000),
            Content = new() { Definition = Hash('f'), Contract = Hash('d'), Data = Hash('a'), Task = TaskKind.BinaryClassification, Label = "y", Classes = ["no", "yes"], Inputs = [], Outputs = [] },
            Baseline = new() { Rows = 5000, Sketch = [], HeldOut = [], Split = new(SplitKind.Hash, null, ["x", "y"], [], "", null), Importance = [], Columns = [] },
        };
        var stale = Lock(0.8, 0.2) with { Definition = Hash('9'), Released = [released], SinceRelease = new() { Version = "1.0.0", On = ComparedRows.HeldOut, HeldOutRows = 1000 } };

        var page = ComparisonPage.Write([Against(Defined(label: label, weight: weight), stale)]);

        Assert.Matches(@"\| lock .+ not comparable: the definition changed since; build to train it +\|", page);
        Assert.Matches(@"\| release 1\.0\.0 +\| .*" + note, page);
    }

    [Fact]
    public void What_a_definition_leaves_out_counts_as_the_contract_and_the_defaults_have_it()
    {
        var spelledOut = Run("spelled-out", Lock(0.9, 0.3), new()
        {
            Name = "M", Type = "M", Dataset = "d", Label = "y", Ignore = ["b"], Location = new("M.cs", 1, 1),
            Task = TaskKind.BinaryClassification, Split = SplitKind.Hash, Positive = "yes",
        });
        var weighted = Run("weighted", Lock(0.9, 0.3), Model, Contract(ColumnRole.Weight));
        var grouped = Run("grouped", Lock(0.9, 0.3), Model, Contract(ColumnRole.Group));

        var page = ComparisonPage.Write([Compare(spelledOut, weighted, grouped)]);

        Assert.Matches(@"\| run spelled-out +\| \*\*0\.9 .+\| 1,000 +\|  +\|\n", page);
        Assert.Contains("- run spelled-out, other than today: nothing\n", page);
        Assert.Matches(@"\| run weighted .+\| not comparable: another weight +\|", page);
        Assert.Contains("- run weighted, other than today: weight (of the contract, or by default): b → none\n", page);
        Assert.Matches(@"\| run grouped .+\| not comparable: another split +\|", page);
    }

    [Fact]
    public void Another_width_of_intervals_share_of_anomalies_or_number_of_clusters_is_another_measure()
    {
        static string? Difference(ModelDefinition one, ModelDefinition other) =>
            MeasuredBy.Of(Shape(one, Contract(ColumnRole.Feature))).Difference(MeasuredBy.Of(Shape(other, Contract(ColumnRole.Feature))));
        static ModelDefinition Of(TaskKind task, double? interval = null, double? share = null, int? clusters = null) => new()
        {
            Name = "M", Type = "M", Dataset = "d", Label = task == TaskKind.Regression ? "x" : null, Task = task, Location = new("M.cs", 1, 1), Interval = interval, AnomalyShare = share, Clusters = clusters,
        };

        Assert.Equal("another interval", Difference(Of(TaskKind.Regression, interval: 0.9), Of(TaskKind.Regression, interval: 0.5)));
        Assert.Equal("another anomalyShare", Difference(Of(TaskKind.AnomalyDetection), Of(TaskKind.AnomalyDetection, share: 0.2)));
        Assert.Null(Difference(Of(TaskKind.AnomalyDetection), Of(TaskKind.AnomalyDetection, share: Anomalies.DefaultShare)));
        Assert.Equal("another clusters", Difference(Of(TaskKind.Clustering, clusters: 2), Of(TaskKind.Clustering, clusters: 3)));
    }

    [Fact]
    public void What_a_page_says_of_a_definition_is_text()
    {
        var run = Run("kept", Lock(0.9, 0.3), new() { Name = "M", Type = "M", Dataset = "d", Label = "y", Ignore = ["b"], Trainer = "@octocat <img> #1", Location = new("M.cs", 1, 1) });

        Assert.Contains("- run kept, other than today: trainer: @&#8203;octocat &lt;img> #&#8203;1 → LightGbm\n", ComparisonPage.Write([Compare(run)]));
    }

    /// <summary>Whose name comes first in the alphabet says nothing of which rows count.</summary>
    [Fact]
    public void Without_a_lock_the_first_run_that_was_kept_is_what_the_others_are_held_against()
    {
        var (early, late) = (new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc));
        var page = ComparisonPage.Write([new(Model, Contract(ColumnRole.Feature), Shape(Model, Contract(ColumnRole.Feature)), null,
        [
            Run("a-later", Lock(0.9, 0.3) with { DataHash = Hash('b') }) with { Kept = late },
            Run("b-first", Lock(0.8, 0.3)) with { Kept = early },
            Run("c-stored", Lock(0.7, 0.3)) with { Source = "store" },
        ])]);

        Assert.Matches(@"\| run a-later +\| .+\| not comparable: other data +\|", page);
        Assert.Matches(@"\| run b-first +\| \*\*0\.8 .+\|  +\|\n", page);
        Assert.Contains("held against run b-first, the first that was kept and is measured as today's definition says: there is no lock yet.\n", page);
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
        Assert.Throws<Contracts.Json.JsonFormatException>(() => RunJson.Read(text.Replace("\"format\": 2,\n  \"run\"", "\"format\": 3,\n  \"run\"")));
        Assert.Throws<Contracts.Json.JsonFormatException>(() => RunJson.Read("<html>"));
    }

    static ModelDefinition Model { get; } = Defined();

    static ModelDefinition Defined(string label = "y", string? weight = null) =>
        new() { Name = "M", Type = "M", Dataset = "d", Label = label, Weight = weight, Ignore = ["b"], Location = new("M.cs", 1, 1) };

    /// <param name="of">The role of the column "b".</param>
    static DataContract Contract(ColumnRole of) => new()
    {
        Dataset = "d",
        Columns =
        [
            new() { Name = "x", Property = "X", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature },
            new() { Name = "a", Property = "A", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature },
            new() { Name = "b", Property = "B", Type = ColumnType.Number, Nullable = false, Role = of },
            new() { Name = "y", Property = "Y", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["no", "yes"] },
            new() { Name = "z", Property = "Z", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["no", "yes"] },
        ],
    };

    static ModelShape Shape(ModelDefinition model, DataContract contract) => ShapeResolver.Resolve(model, contract, out _)!;

    static RunComparison Against(ModelDefinition model, ModelLock locked, params KeptRun[] runs) => new(model, Contract(ColumnRole.Feature), Shape(model, Contract(ColumnRole.Feature)), locked, runs);

    static RunComparison Compare(params KeptRun[] runs) => Against(Model, Lock(0.8, 0.2), runs);

    static KeptRun Run(string name, ModelLock locked, ModelDefinition? model = null, DataContract? contract = null) =>
        new(name, null, "passed", null, RunJson.Definition(model ?? Model), MeasuredBy.Of(Shape(model ?? Model, contract ?? Contract(ColumnRole.Feature))), locked);

    static string Hash(char digit) => new(digit, 64);

    static ModelLock Lock(double accuracy, double loss) => new()
    {
        Model = "M", Version = "1.0.0", Definition = DefinitionFingerprint.Compute(Model), Contract = ContractFingerprint.Compute(Contract(ColumnRole.Feature)), Tool = "Kiln 0.1.0", Dataset = "d", DataHash = Hash('a'),
        Partitions = [], Split = new(["x", "y"], []), TrainingRows = 4000, HeldOutRows = 1000, Artifact = Hash('e'),
        Metrics = [new("Accuracy", new(accuracy, 0.7, 1)), new("LogLoss", new(loss, double.NaN, double.NaN))],
    };
}
