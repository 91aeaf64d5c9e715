using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Held-out rows on which a metric is not defined, or from which no interval follows.</summary>
public class UndefinedMetricTests
{
    static readonly string ConstantAmount = Text("held-out-constant-amount.csv");
    static readonly string RarePositive = Text("rare-positive.csv");

    /// <summary>For 80 days every third is a yes, and for 20 more none.</summary>
    static readonly string OneClassLater = "day,x,sold\n" + string.Concat(Enumerable.Range(0, 100)
        .Select(day => $"{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd},{day * 37 % 50 / 10.0:0.0},{(day < 80 && day % 3 == 0 ? "yes" : "no")}\n"));

    [Fact]
    public void The_model_loads_and_the_metric_is_absent()
    {
        using var project = Ready(ConstantAmount, "amount");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains(
            "DataModel.cs(3,2): warning KILN4013: RSquared is not defined on the 10 held-out rows: they have one and the same label; add data, or choose another split",
            result.Output);
        var predictor = Load(project);
        Assert.Equal([Metric.RootMeanSquaredError, Metric.MeanAbsoluteError], predictor.Info.Metrics.Keys);
        Assert.True(double.IsNaN(project.Lock("DataModel").Metrics.Single(metric => metric.Key == "RSquared").Value.Value));
        Assert.Contains("| RSquared | n/a | n/a | n/a |", Report(project));
    }

    [Fact]
    public void What_one_class_leaves_undefined_is_told_with_its_reason()
    {
        using var project = Ready(OneClassLater, "sold");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(
            [
                "AreaUnderRocCurve and AreaUnderPrecisionRecallCurve are not defined on the 20 held-out rows: they hold only one class; add data, or choose another split",
                "F1Score, PositivePrecision and PositiveRecall are not defined on the 20 held-out rows: none of them is positive; add data, or choose another split",
            ],
            Warnings(result, "KILN4013"));
        Assert.Empty(Warnings(result, "KILN4014"));
        var predictor = Load(project);
        Assert.Equal([Metric.Accuracy, Metric.LogLoss], predictor.Info.Metrics.Keys);
    }

    [Fact]
    public void A_gate_on_it_is_missed_and_says_why()
    {
        using var project = Ready(OneClassLater, "sold", RoadProject.AtLeast("AreaUnderRocCurve", 0.6));

        var result = project.Train();

        Assert.EndsWith(
            "PenguinModel.cs(4,2): error KILN4001: AreaUnderRocCurve is not defined on the 20 held-out rows: they hold only one class; "
            + "nothing was published: add data, or choose another split", result.Error);
        Assert.Contains("AreaUnderPrecisionRecallCurve is not defined on the 20 held-out rows", Warnings(result, "KILN4013")[0]);
    }

    [Fact]
    public void A_release_without_it_is_what_the_next_build_compares_with()
    {
        var gate = new ModelGate(new("AreaUnderRocCurve", NoWorseBy: 0.01), new("DataModel.cs", 4, 2));
        using var project = Ready(OneClassLater, "sold", gate);
        Assert.True(project.Train().Succeeded);
        Assert.True(project.Release().Succeeded);

        var same = project.Train(always: true);
        project.AddRow("2024-04-10,9.9,no");
        var more = project.Train();

        Assert.True(same.Succeeded, same.Output);
        Assert.Contains("since 1.0.0: all 20 rows that are held out are predicted as they were", same.Output);
        Assert.True(more.Succeeded, more.Output);
        Assert.Contains("warning KILN4012: it is undecided whether AreaUnderRocCurve is worse than released 1.0.0", more.Output);
    }

    [Fact]
    public void From_a_row_or_two_of_a_class_no_interval_follows()
    {
        using var project = Ready(RarePositive, "fraud");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var metrics = project.Lock("DataModel").Metrics.ToDictionary(metric => metric.Key, metric => metric.Value);
        Assert.Equal(["Accuracy", "LogLoss"], metrics.Where(metric => metric.Value.HasInterval).Select(metric => metric.Key));
        Assert.All(metrics.Values, metric => Assert.True(metric.IsDefined));
        Assert.Matches(@"\| AreaUnderRocCurve \| 0\.\d+ \| n/a \| 0\.5 \|", Report(project));
        Assert.Matches("- no interval of AreaUnderRocCurve, AreaUnderPrecisionRecallCurve on the held-out rows: they have only [12] rows? of the rarer class, and an interval needs 10",
            Report(project));
        Assert.Matches(@"\n  KILN4014: AreaUnderRocCurve 0\.\d+ on 1\d\d held-out rows does not show whether the model is better than guessing \(0\.5\): they have only [12] rows? of the rarer class", result.Output);
    }

    [Fact]
    public void A_gate_that_is_missed_without_an_interval_says_so()
    {
        using var project = Ready(RarePositive, "fraud", RoadProject.AtLeast("AreaUnderRocCurve", 0.9999));

        Assert.Matches(@"on 1\d\d held-out rows \(no interval: they have only [12] rows? of the rarer class, and an interval needs 10\); nothing was published", project.Train().Error);
    }

    /// <summary>As generated code does, which knows inputs and classes from the contract.</summary>
    static Predictor Load(RoadProject project)
    {
        var path = Path.Combine(project.Models, "App.DataModel.model.json");
        var manifest = ModelManifest.Read(File.ReadAllBytes(path), path);
        return Predictor.Load(new("App.DataModel", "App.DataModel", null), project.Models, [.. manifest.Numbers], [.. manifest.Texts], [.. manifest.Classes]);
    }

    static string[] Warnings(RoadResult result, string id) =>
        [.. result.Output.Split('\n').Where(line => line.Contains($": warning {id}: ")).Select(line => line[(line.IndexOf(id, StringComparison.Ordinal) + id.Length + 2)..])];

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

    static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Wild", file));

    static RoadProject Ready(string data, string label, params ModelGate[] gates)
    {
        var project = new RoadProject();
        project.AddDataset("data", data);
        project.Compile(RoadProject.Model("DataModel", "data", label, gates));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }
}
