using System.Globalization;
using System.Text.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Onnx;

namespace Kiln.Road.Tests;

/// <summary>Models whose predictions have an interval, from data to the shipped predictor.</summary>
public class IntervalTests
{
    /// <summary>The farther x is, the farther y is from twice x.</summary>
    static readonly string Spreading = Rows(1_200, (x, noise) => 2 * x + (0.2 + x) * noise);

    static string Rows(int count, Func<double, double, double> y)
    {
        var random = new Random(11);
        return "id,x,z,y\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
        {
            var (x, z, noise) = (4 * random.NextDouble(), random.NextDouble(), random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            return FormattableString.Invariant($"r{i},{x:0.0000},{z:0.0000},{y(x, noise):0.0000}\n");
        }));
    }

    static ModelDefinition Model(double? interval = 0.9, string trainer = "LightGbm", string version = "1.0.0", string label = "y", string? time = null, params ModelGate[] gates) => new()
    {
        Name = "AmountModel", Type = "App.AmountModel", Dataset = "data", Label = label, Version = version, Interval = interval, Trainer = trainer, Time = time, Gates = gates,
        Location = new("AmountModel.cs", 3, 2),
    };

    static string Train(RoadProject project, ModelDefinition? model = null, bool always = false)
    {
        if (model is not null)
            project.Compile(model);
        var result = project.Train(always);
        Assert.True(result.Succeeded, result.Output);
        return result.Output;
    }

    static double Metric(RoadProject project, string name) => project.Lock("AmountModel").Metrics.Single(metric => metric.Key == name).Value.Value;

    /// <summary>Each held-out row's label, and what the shipped predictor says of it.</summary>
    static List<(float Label, float X, float Score, float Low, float High)> HeldOut(RoadProject project, string csv)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var rows = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Model(null), contract, out _)!, null);
        var predictor = Predictor.Load(new("App.AmountModel", "App.AmountModel", null), project.Models, ["x", "z"], [], []);
        string[][] lines = [.. csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];
        return
        [
            .. rows.HoldOut.HeldOut.Select(row =>
            {
                float[] cells = [.. lines[row][1..].Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))];
                var scores = new float[3];
                predictor.Score(cells[..2], [], scores);
                return (cells[2], cells[0], scores[0], scores[1], scores[2]);
            }),
        ];
    }

    [Theory]
    [InlineData("LightGbm", @"Score - \S+ and Score \+ \S+ times the absolute error that boosting of \d+ rounds? expects of the row")]
    [InlineData("Linear", @"Score - \S+ and Score \+ \S+, the same for every row")]
    [InlineData("FastTree", @"Score - \S+ and Score \+ \S+, the same for every row")]
    public void The_metrics_count_what_the_shipped_predictor_says(string trainer, string made)
    {
        using var project = RoadProject.Ready(Spreading, Model(trainer: trainer, gates: [new(new("Coverage", AtLeast: 0.8), new("AmountModel.cs", 4, 2))]));

        var output = Train(project);

        Assert.Matches($"  90 % of values are to lie between Low and High: {made}, which held as many of [89]\\d\\d training rows by models that were trained without them\n", output);
        var rows = HeldOut(project, Spreading);
        Assert.All(rows, row => Assert.True(row.Low <= row.Score && row.Score <= row.High));
        Assert.Equal(rows.Average(row => row.Label >= row.Low && row.Label <= row.High ? 1.0 : 0), Metric(project, "Coverage"), 1e-6);
        Assert.Equal(rows.Average(row => (double)row.High - row.Low), Metric(project, "MeanIntervalWidth"), 1e-5);
        // Three deviations of a share of about 240 rows.
        Assert.InRange(Metric(project, "Coverage"), 0.9 - 0.058, 0.9 + 0.058);
        double Width(Func<float, bool> where) => rows.Where(row => where(row.X)).Average(row => (double)row.High - row.Low);
        if (trainer == "LightGbm")
            Assert.InRange(Width(x => x > 3) / Width(x => x < 1), 2, 7);
        else
            Assert.Equal(Width(x => x > 3), Width(x => x < 1), 1e-4);
        var report = File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));
        Assert.Contains("Coverage", report);
        var held = project.Lock("AmountModel").Metrics.Single(metric => metric.Key == "Coverage").Value;
        Assert.Equal(held.Low > 0.9 || held.High < 0.9, output.Contains("warning KILN4015: Interval is 0.9, ", StringComparison.Ordinal));
        Assert.Contains("90 % of values are to lie between Low and High", report);
    }

    [Fact]
    public void The_score_and_the_lock_of_a_model_without_one_are_as_they_were()
    {
        using var project = RoadProject.Ready(Spreading, Model(null));
        Assert.DoesNotContain("Low and High", Train(project));
        var before = project.Lock("AmountModel");
        Assert.Equal(["RSquared", "RootMeanSquaredError", "MeanAbsoluteError"], before.Metrics.Select(metric => metric.Key));
        Assert.Equal(["Score"], OnnxModel.Read(project.Onnx("AmountModel")).Outputs.Select(output => output.Name));
        Assert.False(Manifest(project).TryGetProperty("interval", out _));
        IEnumerable<string> Operators() => OnnxModel.Read(project.Onnx("AmountModel")).Nodes.Select(node => node.Operator);
        string[] ofScore = [.. Operators()];

        Train(project, Model());

        var now = project.Lock("AmountModel");
        Assert.Equal(before.Metrics, now.Metrics.Take(3));
        Assert.Equal(["Coverage", "MeanIntervalWidth"], now.Metrics.Skip(3).Select(metric => metric.Key));
        Assert.All(now.Metrics, metric => Assert.True(metric.Value.HasInterval));
        Assert.NotEqual(before.Definition, now.Definition);
        var outputs = OnnxModel.Read(project.Onnx("AmountModel")).Outputs;
        Assert.Equal(["Score", "Low", "High"], outputs.Select(output => output.Name));
        Assert.All(outputs, output => Assert.Equal((TensorElementType.Float, 2, 1), (output.Type, output.Dims.Count, output.Dims[1])));
        Assert.Equal(ofScore.Concat(["Add", "Max", "Mul", "Mul", "Sub", "TreeEnsembleRegressor"]).Order(), Operators().Order());
        Assert.Equal(0.9, Manifest(project).GetProperty("interval").GetDouble());
        Assert.Equal(["Score", "Low", "High"], Manifest(project).GetProperty("outputs").EnumerateArray().Select(output => output.GetString()));
    }

    static JsonElement Manifest(RoadProject project) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Models, "App.AmountModel.model.json"))).RootElement;

    /// <summary>Not a culture of the system's: those are all invariant here.</summary>
    static CultureInfo Strange
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "minus");
            return culture;
        }
    }

    [Fact]
    public void Training_again_makes_the_same()
    {
        using var project = RoadProject.Ready(Spreading, Model());
        Train(project);
        var (before, onnx) = (project.Snapshot()["AmountModel.lock.json"], project.Onnx("AmountModel"));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Strange;
            Train(project, always: true);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(before, project.Snapshot()["AmountModel.lock.json"]);
        Assert.Equal(onnx, project.Onnx("AmountModel"));
    }

    /// <summary>Were they looked at, coverage would say nothing.</summary>
    [Fact]
    public void Held_out_labels_have_no_part_in_it()
    {
        using var project = RoadProject.Ready(Spreading, Model());
        Train(project);
        var before = project.Lock("AmountModel");
        using var folder = new DataFolder();
        var dataset = folder.Csv(Spreading);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var heldOut = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Model(), contract, out _)!, null).HoldOut.HeldOut.ToHashSet();
        var lines = Spreading.TrimEnd('\n').Split('\n').Select((line, i) => i > 0 && heldOut.Contains(i - 1) ? line[..line.LastIndexOf(',')] + ",9.5" : line);

        File.WriteAllText(Path.Combine(project.Directory, "data", "data.csv"), string.Join('\n', lines) + "\n");
        var output = Train(project);

        Assert.Matches(@"AmountModel\.cs\(3,2\): warning KILN4015: Interval is 0\.9, but of \d+ held-out rows [\d.]+ % lie between Low and High, with a 95 % interval of [\d.]+ to [\d.]+ %: that is chance for one model in twenty", output);
        Assert.Equal(before.Artifact, project.Lock("AmountModel").Artifact);
        Assert.InRange(Metric(project, "Coverage"), 0, 0.3);
    }

    /// <summary>Real rows: how late the flights of January 2001 came, by a split in time.</summary>
    [Fact]
    public void Delays_of_flights_lie_within_theirs()
    {
        string[][] flights = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "flights.csv")).Skip(1).Select(line => line.Split(','))];
        var csv = "date,distance,origin,destination,delay\n" + string.Concat(flights.Where(flight => flight[1] != "").Select(flight =>
            $"{flight[0]},{flight[2]},{flight[3]},{flight[4]},{flight[1]}\n"));
        using var project = RoadProject.Ready(csv, Model(0.8, label: "delay", time: "date"));

        var output = Train(project);

        // The latest fifth of the training rows says how far they reach.
        Assert.Matches(@"80 % of values are to lie between Low and High: .+ which held as many of [78]\d\d training rows by", output);
        Assert.InRange(Metric(project, "Coverage"), 0.7, 0.9);
    }

    [Fact]
    public void A_pipeline_of_the_model_s_own_has_intervals_too()
    {
        const string Source = """
            using Microsoft.ML;
            namespace App;
            static class AmountModel
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml)
                {
                    System.Console.WriteLine("called");
                    return ml.Transforms.Concatenate("Features", "x", "z").Append(ml.Regression.Trainers.Sdca("y"));
                }
            }
            """;
        using var project = new RoadProject();
        project.AddDataset("data", Spreading);
        Assert.True(project.InferContracts().Succeeded);
        project.Compile("AmountModel.cs", Source, new ModelDefinition
        {
            Name = "AmountModel", Type = "App.AmountModel", Dataset = "data", Label = "y", Version = "1.0.0", Interval = 0.8,
            Pipeline = new("of the source", [], new("AmountModel.cs", 5, 5)), Location = new("AmountModel.cs", 3, 2),
        });

        var output = Train(project);

        Assert.Equal(26, output.Split('\n').Count(line => line == "verbose: pipeline: called"));
        Assert.Contains("80 % of values are to lie between Low and High: Score - ", output);
        Assert.InRange(HeldOut(project, Spreading).Average(row => row.Label >= row.Low && row.Label <= row.High ? 1.0 : 0), 0.72, 0.88);
    }

    [Theory]
    [InlineData(", the same for every row", "note")]
    [InlineData(" rounds? expects of the row", "note", "x")]
    public void Texts_have_them_too(string made, params string[] features)
    {
        var random = new Random(2);
        var csv = "id,note,x,y\n" + string.Concat(Enumerable.Range(0, 240).Select(i =>
        {
            string[] words = [.. Enumerable.Range(0, 8).Select(_ => random.Next(9) is 0 ? "dear" : $"word{random.Next(40)}")];
            var x = random.NextDouble();
            return FormattableString.Invariant($"r{i},{string.Join(' ', words)},{x:0.000},{10 * words.Count(word => word == "dear") + 5 * x + random.NextDouble():0.000}\n");
        }));
        using var project = RoadProject.Ready(csv, new()
        {
            Name = "AmountModel", Type = "App.AmountModel", Dataset = "data", Label = "y", Version = "1.0.0", Interval = 0.8, Features = features, Location = new("AmountModel.cs", 3, 2),
        });

        Assert.Matches($"80 % of values are to lie between Low and High: .+{made}, which held", Train(project));

        // Three deviations of a share of about 48 rows.
        Assert.InRange(Metric(project, "Coverage"), 0.62, 0.98);
    }

    [Fact]
    public void Few_rows_are_told_before_training()
    {
        using var project = RoadProject.Ready(Rows(60, (x, noise) => x + noise), Model(0.99));

        Assert.Matches(@"AmountModel\.cs\(3,2\): error KILN1015: no interval can be found that holds 99 % of values: (\d\d) of the \1 training rows can be judged by models that were "
            + "trained without them, and 199 are needed; add data, or write a smaller Interval$", project.Train().Error);
    }

    [Fact]
    public void What_is_no_share_is_told_at_the_model()
    {
        using var project = RoadProject.Ready(Spreading, Model(90));

        Assert.Matches(@"AmountModel\.cs\(3,2\): error KILN1055: Interval is 90, and no interval holds such a share of the values; write a share between 0 and 1, as in Interval = 0\.9 for 90 % of them$",
            project.Train().Error);
    }

    [Fact]
    public void A_gate_on_intervals_needs_them()
    {
        using var project = RoadProject.Ready(Spreading, Model(null, gates: [new(new("Coverage", AtLeast: 0.8), new("AmountModel.cs", 4, 2))]));

        Assert.Matches(@"AmountModel\.cs\(4,2\): error KILN4002: Coverage measures the intervals of predictions, and 'AmountModel' has none; write Interval = 0\.9 in \[Model\], or remove the gate$",
            project.Train().Error);
    }

    [Fact]
    public void A_release_with_intervals_is_compared_by_them_and_one_without_by_the_rest()
    {
        using var project = RoadProject.Ready(Spreading, Model(null));
        Train(project);
        Assert.True(project.Release().Succeeded);

        var added = Train(project, Model(version: "1.1.0"));

        Assert.Contains("version: minor is due since 1.0.0", added);
        // The same scores: no metric that both have differs.
        Assert.Empty(project.Lock("AmountModel").SinceRelease!.Metrics);
        Assert.True(project.Release().Succeeded);
        Assert.Equal(["Score", "Low", "High"], project.Lock("AmountModel").Released[^1].Content.Outputs.Select(output => output.Name));

        Train(project, Model(0.5, version: "1.2.0"));

        Assert.Equal(["Coverage", "MeanIntervalWidth"], project.Lock("AmountModel").SinceRelease!.Metrics.Select(metric => metric.Key));
        Assert.True(project.Lock("AmountModel").SinceRelease!.Metrics[1].Value.Difference.High < 0);
    }
}
