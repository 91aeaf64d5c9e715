using System.Globalization;
using System.Text.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;

namespace Kiln.Road.Tests;

/// <summary>From which probability on a model predicts the positive class: as it says, or as training chooses it.</summary>
public class ThresholdTests
{
    /// <summary>About one row in twelve is positive, and few are surely so.</summary>
    static readonly string Rare = Rows(3_000, (_, x, y, chance) => chance < 1 / (1 + Math.Exp(8.5 - 6 * x - 4 * y)));

    static string Rows(int count, Func<int, double, double, double, bool> positive)
    {
        var random = new Random(5);
        return "id,x,y,bought\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
        {
            var (x, y, chance) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
            return FormattableString.Invariant($"r{i},{x:0.0000},{y:0.0000},{(positive(i, x, y, chance) ? "yes" : "no")}\n");
        }));
    }

    static readonly ModelDefinition Plain = RoadProject.Model("BuyModel", "data", "bought");

    static ModelDefinition Model(double? threshold = null, string? metric = null, double? cost = null, string trainer = "LightGbm", string version = "1.0.0") => new()
    {
        Name = Plain.Name, Type = Plain.Type, Dataset = Plain.Dataset, Label = Plain.Label, Version = version, Location = Plain.Location, Trainer = trainer,
        Threshold = threshold, ThresholdFor = metric, FalseNegativeCost = cost,
    };

    static string Train(RoadProject project, ModelDefinition? model = null)
    {
        if (model is not null)
            project.Compile(model);
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        return result.Output;
    }

    static double Metric(RoadProject project, string name) => project.Lock("BuyModel").Metrics.Single(metric => metric.Key == name).Value.Value;

    static JsonElement Manifest(RoadProject project) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Models, "App.BuyModel.model.json"))).RootElement;

    /// <summary>The metrics of decisions, counted row by row over what the shipped predictor says of the held-out rows.</summary>
    static Dictionary<string, double> Recount(RoadProject project, string csv, double threshold)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var rows = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Plain, contract, out _)!, null);
        var predictor = Predictor.Load(new("App.BuyModel", "App.BuyModel", null), project.Models, ["x", "y"], [], ["no", "yes"]);
        string[][] lines = [.. csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];
        double right = 0, found = 0, said = 0, there = 0;
        foreach (var row in rows.HoldOut.HeldOut)
        {
            var scores = new float[2];
            predictor.Score([.. lines[row][1..3].Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))], [], scores);
            var (predicted, positive) = (scores[1] >= (float)threshold, lines[row][3] == "yes");
            Assert.Equal(predicted, predictor.IsPositive(scores));
            right += predicted == positive ? 1 : 0;
            found += predicted && positive ? 1 : 0;
            said += predicted ? 1 : 0;
            there += positive ? 1 : 0;
        }
        return new()
        {
            ["Accuracy"] = right / rows.HoldOut.HeldOut.Length, ["PositivePrecision"] = found / said, ["PositiveRecall"] = found / there, ["F1Score"] = 2 * found / (said + there),
        };
    }

    [Fact]
    public void Decisions_are_measured_with_it_and_probabilities_are_as_they_were()
    {
        using var project = RoadProject.Ready(Rare, Model());
        Assert.DoesNotContain("is predicted from", Train(project));
        var before = project.Lock("BuyModel");
        Assert.Null(before.Threshold);
        Assert.False(Manifest(project).TryGetProperty("threshold", out _));

        var output = Train(project, Model(0.12));

        var now = project.Lock("BuyModel");
        Assert.Contains("  'yes' is predicted from a probability of 0.12 on\n", output);
        Assert.Equal((0.12, before.Artifact), (now.Threshold, now.Artifact));
        Assert.NotEqual(before.Definition, now.Definition);
        Assert.Equal(0.12, Manifest(project).GetProperty("threshold").GetDouble());
        foreach (var (name, value) in before.Metrics)
            Assert.Equal(name is "AreaUnderRocCurve" or "AreaUnderPrecisionRecallCurve" or "LogLoss", value.Value == Metric(project, name));
        Assert.All(Recount(project, Rare, 0.12), pair => Assert.Equal(pair.Value, Metric(project, pair.Key), 1e-6));
    }

    [Theory]
    [InlineData("LightGbm")]
    [InlineData("Linear")]
    [InlineData("FastTree")]
    public void Training_chooses_it_for_a_metric(string trainer)
    {
        using var project = RoadProject.Ready(Rare, Model(trainer: trainer));
        Train(project);
        var before = Metric(project, "F1Score");

        var output = Train(project, Model(metric: "F1Score", trainer: trainer));

        var threshold = project.Lock("BuyModel").Threshold!.Value;
        Assert.InRange(threshold, 0.1, 0.45);
        Assert.Matches($"'yes' is predicted from a probability of {threshold.ToString("G6", CultureInfo.InvariantCulture)} on, the best for F1Score on 2,[34]\\d\\d training rows by models that "
            + @"were trained without them: 0\.[3-9]\d* there, 0\.[1-6]\d* from 0\.5 on", output);
        Assert.True(Metric(project, "F1Score") > before + 0.05, $"{Metric(project, "F1Score")} after {before}");
        Assert.All(Recount(project, Rare, threshold), pair => Assert.Equal(pair.Value, Metric(project, pair.Key), 1e-6));
        Assert.Equal(threshold, Manifest(project).GetProperty("threshold").GetDouble());
        Assert.Contains("'yes' is predicted from", File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md")));
    }

    /// <summary>Were they looked at, the metrics on them would be better than the model is.</summary>
    [Fact]
    public void Held_out_labels_have_no_part_in_choosing_it()
    {
        using var project = RoadProject.Ready(Rare, Model(metric: "F1Score"));
        Train(project);
        var (before, f1) = (project.Lock("BuyModel"), Metric(project, "F1Score"));
        using var folder = new DataFolder();
        var dataset = folder.Csv(Rare);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var heldOut = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Plain, contract, out _)!, null).HoldOut.HeldOut.ToHashSet();
        string[] lines = [.. Rare.TrimEnd('\n').Split('\n')];
        string Turned(Func<int, bool> turn) => string.Join('\n', lines.Select((line, i) =>
            i == 0 || !turn(i - 1) ? line : line.EndsWith("yes", StringComparison.Ordinal) ? line[..^3] + "no" : line[..^2] + "yes")) + "\n";

        File.WriteAllText(Path.Combine(project.Directory, "data", "data.csv"), Turned(heldOut.Contains));
        Train(project);

        var now = project.Lock("BuyModel");
        Assert.NotEqual(before.DataHash, now.DataHash);
        Assert.Equal((before.Threshold, before.Artifact), (now.Threshold, now.Artifact));
        Assert.NotEqual(f1, Metric(project, "F1Score"), 0.1);

        File.WriteAllText(Path.Combine(project.Directory, "data", "data.csv"), Turned(row => !heldOut.Contains(row) && row % 3 == 0));
        Train(project);
        Assert.NotEqual(before.Threshold, project.Lock("BuyModel").Threshold);
    }

    [Fact]
    public void A_cost_fixes_it_and_a_false_negative_is_rarer()
    {
        using var project = RoadProject.Ready(Rare, Model());
        Train(project);
        var recall = Metric(project, "PositiveRecall");

        Assert.Contains("'yes' is predicted from a probability of 0.166667 on, because a false negative costs as much as 5 false positives\n", Train(project, Model(cost: 5)));

        Assert.Equal(1.0 / 6, project.Lock("BuyModel").Threshold!.Value, 1e-12);
        Assert.True(Metric(project, "PositiveRecall") > recall + 0.2);
        Assert.All(Recount(project, Rare, 1.0 / 6), pair => Assert.Equal(pair.Value, Metric(project, pair.Key), 1e-6));
    }

    /// <summary>Real rows: which flights of January 2001 came more than a quarter of an hour late.</summary>
    [Fact]
    public void Late_flights_are_found_at_all()
    {
        string[][] flights = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "flights.csv")).Skip(1).Select(line => line.Split(','))];
        var csv = "date,distance,origin,destination,late\n" + string.Concat(flights.Where(flight => flight[1] != "").Select(flight =>
            $"{flight[0]},{flight[2]},{flight[3]},{flight[4]},{(int.Parse(flight[1], CultureInfo.InvariantCulture) > 15 ? "yes" : "no")}\n"));
        ModelDefinition Late(string? metric) => new()
        {
            Name = "BuyModel", Type = "App.BuyModel", Dataset = "data", Label = "late", Version = "1.0.0", ThresholdFor = metric, Time = "date", Location = Plain.Location,
        };
        using var project = RoadProject.Ready(csv, Late(null));
        Train(project);
        Assert.InRange(Metric(project, "PositiveRecall"), 0, 0.1);

        var output = Train(project, Late("F1Score"));

        // The latest fifth of the training rows chose it.
        Assert.Matches("on [78]\\d\\d training rows by models", output);
        Assert.InRange(Metric(project, "PositiveRecall"), 0.4, 1);
        Assert.InRange(Metric(project, "F1Score"), 0.3, 0.6);
    }

    [Fact]
    public void A_pipeline_of_the_model_s_own_is_fitted_on_each_fold()
    {
        const string Source = """
            using Microsoft.ML;
            namespace App;
            static class BuyModel
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml)
                {
                    System.Console.WriteLine("called");
                    return ml.Transforms.Concatenate("Features", "x", "y").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("bought"));
                }
            }
            """;
        using var project = new RoadProject();
        project.AddDataset("data", Rare);
        Assert.True(project.InferContracts().Succeeded);
        project.Compile("BuyModel.cs", Source, new ModelDefinition
        {
            Name = "BuyModel", Type = "App.BuyModel", Dataset = "data", Label = "bought", Version = "1.0.0", ThresholdFor = "F1Score",
            Pipeline = new("of the source", [], new("BuyModel.cs", 5, 5)), Location = Plain.Location,
        });

        var output = Train(project);

        Assert.Equal(6, output.Split('\n').Count(line => line == "verbose: pipeline: called"));
        Assert.All(Recount(project, Rare, project.Lock("BuyModel").Threshold!.Value), pair => Assert.Equal(pair.Value, Metric(project, pair.Key), 1e-6));
    }

    [Fact]
    public void Few_rows_of_a_class_are_told_before_training()
    {
        using var project = RoadProject.Ready(Rows(400, (i, _, _, _) => i % 80 == 0), Model(metric: "F1Score"));

        Assert.Matches(@"BuyModel\.cs\(3,2\): error KILN1015: no threshold can be chosen for F1Score: \d of the 3\d\d training rows that could choose it have 'yes', and 10 of each class are needed; "
            + "add data, or write Threshold = 0.3 instead of ThresholdFor$", project.Train().Error);
    }

    [Fact]
    public void What_decides_nothing_is_told_at_the_model()
    {
        using var project = RoadProject.Ready(Rare, Model(0.3, "F1Score"));
        Assert.Matches(@"BuyModel\.cs\(3,2\): error KILN1024: Threshold and ThresholdFor each say .+; leave one of them$", project.Train().Error);

        project.Compile(Model(double.MaxValue));
        Assert.Matches(@"BuyModel\.cs\(3,2\): error KILN1024: Threshold is .+, as in Threshold = 0\.3$", project.Train().Error);
    }

    [Fact]
    public void Each_of_two_versions_decides_by_its_own()
    {
        using var project = RoadProject.Ready(Rare, Model(0.5));
        Train(project);
        Assert.True(project.Release().Succeeded);
        project.Compile(Model(0.15));
        Assert.Contains("KILN3005", project.Train(locked: true).Error);

        var output = Train(project, Model(0.15, version: "1.1.0"));

        Assert.Contains("version: minor is due since 1.0.0: the definition changed", output);
        var changes = project.Lock("BuyModel").SinceRelease!;
        var released = project.Lock("BuyModel").Released.Single();
        Assert.Equal((0.5, project.Lock("BuyModel").Artifact), (released.Content.Threshold, released.Content.Artifact));
        Assert.InRange(changes.Flipped, 30, 300);
        Assert.Equal(["Accuracy", "F1Score", "PositivePrecision", "PositiveRecall"], changes.Metrics.Select(metric => metric.Key));
        var (before, after) = (Recount(project, Rare, 0.15), changes.Metrics.Single(metric => metric.Key == "PositiveRecall").Value);
        Assert.Equal(before["PositiveRecall"], after.Now.Value, 1e-6);
        Assert.True(after.Now.Value > after.Released.Value);
        Assert.True(project.Release().Succeeded);
        Assert.Equal([0.5, 0.15], project.Lock("BuyModel").Released.Select(release => release.Content.Threshold!.Value));
    }

    /// <summary>The lock was reviewed and the cache was not; what training gives is held against it.</summary>
    [Fact]
    public void A_lock_that_says_another_one_is_told()
    {
        using var project = RoadProject.Ready(Rare, Model(metric: "F1Score"));
        Train(project);
        var threshold = project.Lock("BuyModel").Threshold!.Value.ToString("R", CultureInfo.InvariantCulture);
        Assert.Contains("nothing to do", Train(project));
        project.Replace("BuyModel.lock.json", $"\"threshold\": {threshold}", "\"threshold\": 0.987");

        Assert.Matches($@"BuyModel\.lock\.json\(\d+,3\): error KILN3003: .*threshold 0\.987 → {threshold}", project.Train(locked: true).Error);
        Assert.Matches($@"BuyModel\.lock\.json\(\d+,16\): warning KILN3013: no input of 'BuyModel' changed, .+: threshold 0\.987 → {threshold}; .+", Train(project));
        Assert.Equal(threshold, project.Lock("BuyModel").Threshold!.Value.ToString("R", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Training_again_chooses_the_same()
    {
        using var project = RoadProject.Ready(Rare, Model(metric: "F1Score"));
        Train(project);
        var before = project.Snapshot();

        Assert.True(project.Train(always: true).Succeeded);

        Assert.Equal(before["BuyModel.lock.json"], project.Snapshot()["BuyModel.lock.json"]);
    }
}
