using System.Globalization;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Training;
using Kiln.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Training.Boosting;

public class RoundSearchTests
{
    [Fact]
    public void What_can_be_learnt_takes_more_rounds_than_what_cannot()
    {
        var random = new Random(1);
        var learnable = Rounds(Csv(600, row => row.X * row.Y));
        var noise = Rounds(Csv(600, _ => random.NextDouble()));

        Assert.InRange(noise, 1, 40);
        Assert.InRange(learnable, 100, 1000);
    }

    /// <summary>What is held out judges the model; were it looked at to find the rounds, it would judge too well.</summary>
    [Fact]
    public void Held_out_rows_have_no_part_in_it()
    {
        var rows = Read(Csv(600, row => row.X * row.Y));
        var before = Fit(rows).Boosting!.Rounds;
        foreach (var row in rows.HoldOut.HeldOut)
            rows.Examples.Label[row] = 1e6f * (row % 7);

        Assert.Equal(before, Fit(rows).Boosting!.Rounds);
    }

    [Fact]
    public void More_threads_find_the_same()
    {
        var rows = Read(Csv(9_000, row => row.X * row.Y + row.Noise));

        Assert.Equal(Fit(rows, threads: 1).Boosting, Fit(rows, threads: 4).Boosting);
    }

    /// <summary>Only what comes after the rows that are learnt from is like what the model will be asked.</summary>
    [Fact]
    public void What_held_less_in_later_times_counts_less()
    {
        var changes = Boosting(Csv(1_000, row => row.Index < 640 ? row.X : -row.X));
        var fades = Boosting(Csv(1_000, row => row.X * (1 - row.Index / 1_000.0)));

        Assert.InRange(changes.Slope, 0.3, 0.8);
        Assert.InRange(fades.Slope, 0.3, 0.9);
    }

    static LockedBoosting Boosting(string csv) => Fit(Read(csv, SplitKind.Time)).Boosting!;

    [Fact]
    public void Rows_that_cannot_be_divided_get_the_default_of_LightGBM()
    {
        var rows = Read(Csv(300, row => row.X, group: row => row < 250 ? "one" : "other"), SplitKind.Group);

        Assert.Equal(100, Fit(rows, [.. Enumerable.Range(0, 250)]).Boosting!.Rounds);
    }

    /// <summary>A booster that grows beside rows that judge it is the one that the trainer makes of the same rows, and says of them the same.</summary>
    [Fact]
    public void What_grows_is_what_is_trained()
    {
        const int rounds = 25;
        var ml = new MLContext(1);
        var rows = Read(Csv(400, row => row.X * row.Y));
        var features = ml.Transforms.Concatenate(ExampleView.Features, "x", "y").Fit(new ExampleView(rows.Examples, rows.HoldOut.Training));
        var (training, judges) = (View(rows.HoldOut.Training), View(rows.HoldOut.HeldOut));
        var options = new LightGbmRegressionTrainer.Options();
        LightGbmOptions.Apply(options, TaskKind.Regression, weighted: false, seed: 3, threads: 1, BoostingSettings.For(rows.HoldOut.Training.Length, trees: 1) with { Rounds = rounds });
        var trainer = BoosterTrainers.Replace(ml.Regression.Trainers.LightGbm(options));

        using var growing = ((IBoosterTrainer)trainer).Begin(training, judges);
        for (var round = 0; round < rounds; round++)
            Assert.True(growing.Grow());

        var trained = trainer.Fit(training).Transform(judges).GetColumn<float>("Score").ToArray();
        Assert.NotEmpty(trained);
        Assert.All(trained.Zip(growing.Predict()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));

        IDataView View(int[] some) => features.Transform(new ExampleView(rows.Examples, some));
    }

    readonly record struct Row(int Index, double X, double Y, double Noise);

    static string Csv(int count, Func<Row, double> label, Func<int, string>? group = null)
    {
        var random = new Random(7);
        var lines = Enumerable.Range(0, count).Select(i => new Row(i, random.NextDouble(), random.NextDouble(), random.NextDouble())).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{row.X:R},{row.Y:R},{new DateTime(2020, 1, 1).AddMinutes(row.Index):s},{group?.Invoke(row.Index) ?? $"g{row.Index % 9}"},{label(row):R}"));
        return "x,y,at,group,label\n" + string.Join('\n', lines) + "\n";
    }

    static long Rounds(string csv, SplitKind split = SplitKind.Hash) => Fit(Read(csv, split)).Boosting!.Rounds;

    static DefaultModel Fit(ModelRows rows, int[]? training = null, int threads = 2) =>
        DefaultPipeline.Fit(new MLContext(1), Model(rows.Examples.Shape.Split), rows, training ?? rows.HoldOut.Training, threads);

    static ModelDefinition Model(SplitKind split) => new()
    {
        Name = "M", Type = "M", Dataset = "data", Label = "label", Features = ["x", "y"], Split = split,
        Time = split == SplitKind.Time ? "at" : null, Group = split == SplitKind.Group ? "group" : null, Location = new("M.cs", 1, 1),
    };

    static ModelRows Read(string csv, SplitKind split = SplitKind.Hash)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var table = folder.Load(dataset, contract);
        return new(table, ShapeResolver.Resolve(Model(split), contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message), null);
    }
}
