using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Export;
using Kiln.Host.Training;
using Kiln.Host.Training.Encodings;
using Kiln.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Training.Encodings;

public class TextModelTests
{
    static readonly string[] Words = [.. Enumerable.Range(0, 400).Select(i => $"word{i * 7919 % 1000:000}")];

    [Theory]
    [InlineData("LightGbm")]
    [InlineData("FastTree")]
    [InlineData("Linear")]
    public void Words_tell_classes_apart_beside_numbers_and_alone(string trainer)
    {
        // A class has twenty words of its own, of which a text has one among ten that say nothing.
        var csv = Csv(800, (random, i) => (i % 2, Text(random, $"own{i % 2}x{random.Next(20)}"), random.NextDouble()));

        Assert.True(Loss(Read(csv, "text", "x"), trainer) < 0.2);
        Assert.True(Loss(Read(csv, "text"), trainer) < 0.2);
    }

    /// <summary>Were trees told what a model says that has seen the row's label, they would believe it, and be wrong of every other row.</summary>
    [Theory]
    [InlineData("LightGbm")]
    [InlineData("FastTree")]
    public void Texts_that_say_nothing_do_no_harm(string trainer)
    {
        var csv = Csv(800, (random, _) => (random.Next(2), Text(random, "none"), random.NextDouble()));

        Assert.InRange(Loss(Read(csv, "text", "x"), trainer), 0.67, trainer == "FastTree" ? 1.2 : 0.75);
    }

    /// <summary>Five rows of each value are too few for a tree to find them, and the values are what the number follows from.</summary>
    [Fact]
    public void Many_valued_categories_count_as_what_a_linear_model_says_of_them()
    {
        var worth = Enumerable.Range(0, 120).Select(i => i * 7919 % 120 / 10.0).ToArray();
        var rows = Read(Csv(600, (random, i) => (worth[i % 120] + random.NextDouble(), $"town{i % 120:000}", random.NextDouble())), "text", "x");

        Assert.Equal(ColumnType.Category, rows.Examples.Shape.Features[0].Type);
        Assert.True(Loss(rows, "LightGbm") < 4, $"of a variance of {worth.Average(w => (w - worth.Average()) * (w - worth.Average()))}");
    }

    [Theory]
    [InlineData("LightGbm", "text", "x")]
    [InlineData("FastTree", "text", "x")]
    [InlineData("Linear", "text", "x")]
    [InlineData("LightGbm", "text")]
    public void The_exported_file_predicts_the_same_and_twice_the_same_file(string trainer, params string[] features)
    {
        foreach (var classes in new[] { 2, 3 })
        {
            var rows = Read(Csv(400, (random, i) => (i % classes, Text(random, $"own{i % classes}x{random.Next(9)}"), random.NextDouble())), classes, features);
            var (model, onnx) = Export(rows, trainer, threads: 1);

            Assert.True(ParityCheck.Run(model, new ExampleView(rows.Examples, rows.HoldOut.HeldOut), ModelTrainer.Outputs(rows.Examples.Shape), onnx) > 100);
            Assert.Equal(onnx, Export(rows, trainer, threads: 3).Onnx);
        }
    }

    [Fact]
    public void Where_nothing_recurs_there_is_nothing_to_learn()
    {
        var rows = Read(Csv(60, (random, i) => (i % 2, new string((char)(0x4E00 + i), 1), random.NextDouble())), "text");

        Assert.Contains("is in more than one of the training texts", Assert.Throws<NothingToLearnException>(() => Fit(rows, "LightGbm")).Message);
    }

    [Fact]
    public void Of_texts_that_are_too_long_together_evenly_many_rows_are_read()
    {
        var rows = Read(Csv(100, (random, i) => (i % 2, Text(random, "own"), 0)), "text");
        var (training, characters) = (rows.HoldOut.Training, (long)Text(new(1), "own").Length * rows.HoldOut.Training.Length);

        Assert.Equal(training, LearntText.Sample(rows.Examples, training, characters + 1));
        Assert.Equal(training.Where((_, i) => i % 2 == 0), LearntText.Sample(rows.Examples, training, characters));
    }

    static string Text(Random random, string word) =>
        string.Join(' ', Enumerable.Range(0, 10).Select(_ => Words[random.Next(Words.Length)]).Append(word).OrderBy(_ => random.Next()));

    static string Csv(int count, Func<Random, int, (double Label, string Text, double X)> row)
    {
        var random = new Random(5);
        return "label,text,x\n" + string.Concat(Enumerable.Range(0, count).Select(i => row(random, i))
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Label:R},{row.Text},{row.X:R}\n")));
    }

    static double Loss(ModelRows rows, string trainer)
    {
        var predictions = Fit(rows, trainer).Model.Transform(new ExampleView(rows.Examples, rows.HoldOut.HeldOut));
        float[] labels = [.. rows.HoldOut.HeldOut.Select(row => rows.Examples.Label[row])];
        double[] predicted = [.. predictions.GetColumn<float>(rows.Examples.Shape.Task == TaskKind.Regression ? "Score" : "Probability").Select(value => (double)value)];
        return new JudgedRows(labels, [.. labels.Select(_ => 1f)], rows.Examples.Shape.Task).Loss(predicted) / labels.Length;
    }

    static (ITransformer Model, byte[] Onnx) Export(ModelRows rows, string trainer, int threads)
    {
        var model = Fit(rows, trainer, threads).Model;
        return (model, OnnxExporter.Export(
            model, new ExampleView(rows.Examples, rows.HoldOut.Training), [.. rows.Examples.Inputs.Select(input => input.Name)], ModelTrainer.Outputs(rows.Examples.Shape)));
    }

    static DefaultModel Fit(ModelRows rows, string trainer, int threads = 2) =>
        DefaultPipeline.Fit(new MLContext(1), Model(trainer, []), rows, rows.HoldOut.Training, threads);

    static ModelDefinition Model(string trainer, string[] features, TaskKind? task = null) => new()
    {
        Name = "M", Type = "M", Dataset = "data", Label = "label", Features = features, Task = task, Trainer = trainer, Split = SplitKind.Hash, Location = new("M.cs", 1, 1),
    };

    static ModelRows Read(string csv, params string[] features) => Read(csv, 0, features);

    /// <param name="classes">How many classes the label's numbers are, where there are more than two.</param>
    static ModelRows Read(string csv, int classes, string[] features)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var table = folder.Load(dataset, contract);
        var model = Model("LightGbm", features, classes > 2 ? TaskKind.MulticlassClassification : null);
        return new(table, ShapeResolver.Resolve(model, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message), null);
    }
}
