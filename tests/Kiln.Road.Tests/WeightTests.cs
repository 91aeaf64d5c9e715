using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;

namespace Kiln.Road.Tests;

/// <summary>Models whose rows count more or less, from data to the shipped predictor.</summary>
public class WeightTests
{
    /// <summary>Wherever x is, half of the rows are one thing and half another, which counts three times as much.</summary>
    static string Csv(string low, string high) => Csv(_ => low, _ => high);

    /// <summary>Numbers of 0 to 1, and of 99.5 to 100.5: three quarters of all that counts is 100 on average.</summary>
    static readonly string Numbers = Csv(random => FormattableString.Invariant($"{random.NextDouble():0.000}"), random => FormattableString.Invariant($"{99.5 + random.NextDouble():0.000}"));

    static string Csv(Func<Random, string> low, Func<Random, string> high)
    {
        var random = new Random(5);
        return "id,x,w,y\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => random.NextDouble() < 0.5
            ? FormattableString.Invariant($"r{i},{random.NextDouble():0.000},1.5,{high(random)}\n")
            : FormattableString.Invariant($"r{i},{random.NextDouble():0.000},0.5,{low(random)}\n")));
    }

    const int Asked = 200;

    static ModelDefinition Model(string trainer = "LightGbm", string? weight = "w", TaskKind? task = null, double? interval = null) => new()
    {
        Name = "M", Type = "App.M", Dataset = "data", Label = "y", Version = "1.0.0", Weight = weight, Task = task, Trainer = trainer, Interval = interval, Ignore = weight is null ? ["w"] : [],
        Location = new("M.cs", 3, 2),
    };

    /// <summary>What the shipped predictor says on average: trees that find more in x than there is are off by chance.</summary>
    static float[] Predict(string csv, ModelDefinition model, int scores, params string[] classes)
    {
        using var project = RoadProject.Ready(csv, model);
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        var (all, said) = (new float[scores], new float[scores]);
        var predictor = Predictor.Load(new("App.M", "App.M", null), project.Models, ["x"], [], classes);
        for (var i = 1; i <= Asked; i++)
        {
            predictor.Score([0.95f * i / Asked], [], said);
            for (var score = 0; score < scores; score++)
                all[score] += said[score] / Asked;
        }
        return all;
    }

    /// <summary>By hand: three quarters of all that counts is high, though half of the rows are.</summary>
    [Theory]
    [InlineData("LightGbm")]
    [InlineData("FastTree")]
    [InlineData("Linear")]
    public void A_row_counts_as_much_as_it_weighs(string trainer)
    {
        var model = Model(trainer);

        Assert.Equal(75.125, Predict(Numbers, model, 1)[0], 5.0);
        Assert.Equal(0.75, Predict(Csv("no", "yes"), model, 2, "no", "yes")[1], 0.1);
        // The third class keeps both of the others as they are.
        var classes = Predict(Csv("a", "b") + "s,0.9,1,c\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"t{i},0.99,1,c\n")), model, 3, "a", "b", "c");
        Assert.Equal(3, classes[1] / classes[0], 0.9);
        Assert.Equal(50.25, Predict(Numbers, Model(trainer, weight: null), 1)[0], 5.0);
    }

    [Fact]
    public void Metrics_and_intervals_count_rows_as_much_too()
    {
        var random = new Random(3);
        var csv = "id,x,w,y\n" + string.Concat(Enumerable.Range(0, 1_500).Select(i => (X: random.NextDouble(), Weight: random.Next(0, 6)) is var row
            ? FormattableString.Invariant($"r{i},{row.X:0.000},{row.Weight},{row.X + (random.NextDouble() - 0.5) * (1 + row.Weight):0.000}\n") : ""));
        using var project = RoadProject.Ready(csv, Model(interval: 0.8));

        var output = project.Train().Output;

        Assert.Contains("  rows count as much as 'w' says, 0 to 5 and 2.", output);
        Assert.Matches(@"of the training rows, in training and in the metrics; \d+ training rows of weight 0 do not count\n", output);
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var rows = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Model(), contract, out _)!, null);
        var predictor = Predictor.Load(new("App.M", "App.M", null), project.Models, ["x"], [], []);
        string[][] lines = [.. csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];
        double all = 0, error = 0, covered = 0;
        foreach (var row in rows.HoldOut.HeldOut)
        {
            float[] cells = [.. lines[row][1..].Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))];
            var scores = new float[3];
            predictor.Score([cells[0]], [], scores);
            all += cells[1];
            error += cells[1] * Math.Abs(cells[2] - scores[0]);
            covered += cells[2] >= scores[1] && cells[2] <= scores[2] ? cells[1] : 0;
        }
        var metrics = project.Lock("M").Metrics.ToDictionary(metric => metric.Key, metric => metric.Value);
        Assert.Equal(error / all, metrics["MeanAbsoluteError"].Value, 1e-5);
        Assert.Equal(covered / all, metrics["Coverage"].Value, 1e-5);
        Assert.InRange(0.8, metrics["Coverage"].Low, metrics["Coverage"].High);
    }

    [Theory]
    [InlineData("r7,0.5,-2,1", "data/data.csv(9,8): error KILN1056: '-2' in column 'w' is negative (this row, under 0.1 %), and a row cannot count less than not at all; correct it, or write 0 for a row that does not count")]
    [InlineData("r7,0.5,,1", "data/data.csv(9,8): error KILN1056: column 'w' has no value here (this row, under 0.1 %), and it says how much each row counts; write 0 for a row that does not count, 1 for one that counts as it is")]
    public void A_weight_that_is_none_is_an_error_at_its_row(string row, string error)
    {
        var csv = Csv("no", "yes");
        using var project = new RoadProject();
        var lines = csv.Split('\n').ToList();
        lines.Insert(8, row.Replace(",1", ",yes"));
        project.AddDataset("data", csv);
        project.Compile(Model());
        Assert.True(project.InferContracts().Succeeded);
        project.Replace("data/data.schema.json", "\"min\": 0, ", "");
        project.Replace("data/data.schema.json", "\"nullable\": false, \"role\": \"feature\"", "\"nullable\": true, \"role\": \"feature\"");
        File.WriteAllText(Path.Combine(project.Directory, "data", "data.csv"), string.Join('\n', lines));

        Assert.Equal(error, project.Train().Error.Replace(project.Directory, ""));
    }

    /// <summary>The inferred contract says that it is never negative, and never missing.</summary>
    [Theory]
    [InlineData("-2", "KILN1009")]
    [InlineData("", "KILN1008")]
    [InlineData("much", "KILN1007")]
    public void What_the_contract_refuses_is_not_said_twice(string weight, string id)
    {
        using var project = RoadProject.Ready(Csv("no", "yes"), Model());
        project.AddRow($"r7,0.5,{weight},yes");

        Assert.Contains($": error {id}: ", project.Train().Error);
    }

    [Fact]
    public void Rows_none_of_which_counts_are_an_error_at_the_model()
    {
        using var project = RoadProject.Ready(Csv("no", "yes").Replace("1.5", "0").Replace("0.5,", "0,"), Model());

        Assert.Matches(@"M\.cs\(3,2\): error KILN1056: all 1,\d+ rows that train the model have weight 0 in 'w', so none of them counts; correct the weights, or add data$", project.Train().Error);
    }

    /// <summary>There is nothing to tell apart where all rows of one class do not count.</summary>
    [Fact]
    public void A_class_that_does_not_count_is_none()
    {
        using var project = RoadProject.Ready(Csv("no", "yes").Replace("0.5,no", "0,no"), Model());

        Assert.Contains("error KILN1012: label 'y' has one value in all ", project.Train().Error);
    }

    [Fact]
    public void A_pipeline_of_the_models_own_sees_it_by_its_name()
    {
        const string source = """
            using Microsoft.ML;

            namespace App;

            class M
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Concatenate("Features", "x")
                    .Append(ml.Regression.Trainers.LightGbm("y", exampleWeightColumnName: "w", numberOfIterations: 100));
            }
            """;
        using var project = new RoadProject();
        project.AddDataset("data", Numbers);
        project.Compile("M.cs", source, new ModelDefinition
        {
            Name = "M", Type = "App.M", Dataset = "data", Label = "y", Version = "1.0.0", Weight = "w", Location = new("M.cs", 5, 1), Pipeline = new("f", [], new("M.cs", 7, 38)),
        });
        Assert.True(project.InferContracts().Succeeded);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var said = new float[1];
        Predictor.Load(new("App.M", "App.M", null), project.Models, ["x"], [], []).Score([0.5f], [], said);
        Assert.Equal(75, said[0], 15.0);
    }
}
