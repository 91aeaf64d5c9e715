using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Kiln.Host.Training;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;
using Kiln.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Training.Linear;

public class LinearShareTests
{
    [Theory]
    [InlineData(TaskKind.Regression)]
    [InlineData(TaskKind.BinaryClassification)]
    [InlineData(TaskKind.MulticlassClassification)]
    public void Of_few_rows_with_a_slope_a_linear_model_gives_a_part(TaskKind task) => Assert.InRange(Fit(Slopes(task), task).Boosting!.Linear, 0.2, 0.5);

    [Fact]
    public void Where_it_gains_nothing_it_gives_none()
    {
        Assert.Equal(0, Fit(Csv(600, row => Text(row.X * row.Y > 0 ? 5 + row.Noise : -5 + row.Noise)), TaskKind.Regression).Boosting!.Linear);
        Assert.Equal(0, Fit(Csv(600, row => row.X * row.Y > 0 ? "yes" : "no"), TaskKind.BinaryClassification).Boosting!.Linear);
    }

    /// <summary>Its score would go with the input whichever way the rows have it.</summary>
    [Fact]
    public void Beside_trees_that_are_constrained_there_is_none() =>
        Assert.Equal(0, Fit(Slopes(TaskKind.Regression), TaskKind.Regression, new Expectation("x", Direction.Increasing)).Boosting!.Linear);

    [Fact]
    public void Beside_text_there_is_none() => Assert.Equal(0, Fit(
        Csv(600, row => row.X + row.Z > row.Noise ? "yes" : "no", row => string.Join(' ', Enumerable.Range(0, 10).Select(i => $"word{(row.Index * (i + 7) + i * i) % 211}").Append($"own{row.Index}"))), TaskKind.BinaryClassification).Boosting!.Linear);

    /// <summary>A category of thousands of values is one input, and as many weights for each class.</summary>
    [Theory]
    [InlineData(3, true)]
    [InlineData(8_000, false)]
    public void Where_it_would_have_many_weights_it_is_not_tried(int values, bool isTried)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv("kind,label\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"k{row % 3},c{row % 5}\n")));
        var contract = new DataContract
        {
            Dataset = "data",
            Columns =
            [
                new() { Name = "kind", Property = "Kind", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = [.. Enumerable.Range(0, values).Select(value => $"k{value}")] },
                new() { Name = "label", Property = "Label", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Label, Values = [.. Enumerable.Range(0, 90).Select(value => $"c{value}")] },
            ],
        };
        var model = Model(TaskKind.MulticlassClassification, SplitKind.Hash, []);
        var examples = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(model, contract, out _)!, null).Examples;

        Assert.Equal(isTried, LinearShare.IsWorthTrying(model, examples, new int[10_000]));
    }

    /// <summary>Held-out rows have no part in it, and later rows are judged by earlier ones.</summary>
    [Fact]
    public void Where_time_divides_the_rows_both_parts_have_the_slope_of_later_ones()
    {
        var boosting = Fit(Csv(900, row => Text(3 * row.X * (1 - row.Index / 1_000.0) + row.Z + row.Noise)), TaskKind.Regression, SplitKind.Time).Boosting!;

        Assert.InRange(boosting.Linear, 0.1, 0.5);
        Assert.InRange(boosting.Slope, 0.2, 0.95);
    }

    /// <summary>LightGBM's own scores of the same trees, and those of the linear model that is one by itself.</summary>
    [Theory]
    [InlineData(TaskKind.Regression, SplitKind.Hash)]
    [InlineData(TaskKind.BinaryClassification, SplitKind.Hash)]
    [InlineData(TaskKind.MulticlassClassification, SplitKind.Hash)]
    [InlineData(TaskKind.Regression, SplitKind.Time)]
    public void What_ships_gives_the_share_of_each(TaskKind task, SplitKind split)
    {
        var rows = Read(Slopes(task), task, split);
        var blended = Fit(rows, task, split);
        var (share, slope) = (blended.Boosting!.Linear, blended.Boosting.Slope);
        Assert.InRange(share, 0.05, 0.5);
        string[] outputs = task == TaskKind.BinaryClassification ? ["Score", "Probability"] : ["Score"];
        var (training, heldOut) = (View(rows, rows.HoldOut.Training), View(rows, rows.HoldOut.HeldOut));
        var onnx = OnnxExporter.Export(blended.Model, training, [.. rows.Examples.Inputs.Select(input => input.Name)], outputs);
        Assert.True(ParityCheck.Run(blended.Model, heldOut, outputs, onnx) > rows.HoldOut.HeldOut.Length);

        var trees = DefaultPipeline.Fit(new MLContext(1), Model(task, split, []), rows, rows.HoldOut.Training, 1, blended.Settings with { Linear = 0, Slope = 1 }).Model;
        var step = PipelineStep.List(trees, heldOut).Last(step => EnsembleFinder.Find(step.Model).Any());
        using var native = new NativeBooster(BoosterTable.Find(EnsembleFinder.Find(step.Model).First())!.Value.Booster.Text);
        var linear = LinearPipeline.Fit(new MLContext(1), rows.Examples, rows.HoldOut.Training).Model.Transform(heldOut);
        var (ofTrees, ofLinear) = (native.RawScores([.. step.Source.GetColumn<float[]>(step.FeatureColumn!).SelectMany(row => row)]), Raw(linear, task));
        var level = slope < 1 ? LabelLevel.Of(rows.Examples, rows.HoldOut.Training) : new double[native.Scores];
        var shipped = Shipped(onnx, rows);
        for (var row = 0; row < shipped.Length; row++)
        {
            double[] scores = [.. Enumerable.Range(0, native.Scores).Select(score =>
                slope * ((1 - share) * ofTrees[row * native.Scores + score] + share * ofLinear[row][score]) + (1 - slope) * level[score])];
            var expected = task == TaskKind.MulticlassClassification ? Softmax(scores) : scores;
            for (var score = 0; score < expected.Length; score++)
                Assert.Equal(expected[score], shipped[row][score], 2e-3);
        }
    }

    static double[][] Raw(IDataView linear, TaskKind task) => task == TaskKind.MulticlassClassification
        ? [.. linear.GetColumn<float[]>("Score").Select(probabilities => probabilities.Select(probability => Math.Log(probability)).ToArray())]
        : [.. linear.GetColumn<float>("Score").Select(score => new double[] { score })];

    static double[] Softmax(double[] scores)
    {
        double[] powers = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    static float[][] Shipped(byte[] onnx, ModelRows rows)
    {
        var evaluator = new Evaluator(OnnxModel.Read(onnx));
        var slots = evaluator.Inputs.ToDictionary(input => input.Name, input => input.Slot);
        List<float[]> scores = [];
        using var scratch = evaluator.Rent();
        foreach (var row in rows.HoldOut.HeldOut)
        {
            foreach (var (i, input) in rows.Examples.Inputs.Index())
            {
                if (rows.Examples.Numbers[i] is { } numbers)
                    scratch.Row.Number(slots[input.Name].Offset) = numbers[row];
                else
                    scratch.Row.Text(slots[input.Name].Offset) = rows.Examples.Texts[i]!.Texts[rows.Examples.Texts[i]!.Codes[row]];
            }
            evaluator.Run(scratch.Row);
            scores.Add(scratch.Row.Numbers(evaluator.Outputs[0]).ToArray());
        }
        return [.. scores];
    }

    static ExampleView View(ModelRows rows, int[] some) => new(rows.Examples, some);

    static DefaultModel Fit(string csv, TaskKind task, SplitKind split) => Fit(Read(csv, task, split), task, split);

    static DefaultModel Fit(string csv, TaskKind task, params Expectation[] expectations) => Fit(Read(csv, task), task, SplitKind.Hash, expectations);

    static DefaultModel Fit(ModelRows rows, TaskKind task, SplitKind split, params Expectation[] expectations) =>
        DefaultPipeline.Fit(new MLContext(1), Model(task, split, expectations), rows, rows.HoldOut.Training, threads: 1);

    readonly record struct Row(int Index, double X, double Y, double Z, double Noise);

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static string Slopes(TaskKind task) => Csv(500, row => task switch
    {
        TaskKind.Regression => Text(3 * row.X - 2 * row.Z + Math.Sin(4 * row.Y) + row.Noise),
        TaskKind.BinaryClassification => 3 * row.X - 2 * row.Z + row.Y * row.Y > 2 * row.Noise ? "yes" : "no",
        _ => (3 * row.X - 2 * row.Z + row.Y * row.Y + 2 * row.Noise) switch { < -1 => "low", < 1.5 => "middle", _ => "high" },
    });

    static string Csv(int count, Func<Row, string> label, Func<Row, string>? note = null)
    {
        var random = new Random(7);
        double Next() => 2 * random.NextDouble() - 1;
        var lines = Enumerable.Range(0, count).Select(i => new Row(i, Next(), Next(), Next(), Next())).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row.X:R},{row.Y:R},{(row.Index % 17 == 0 && note is null ? "" : Text(row.Z))},{"abc"[row.Index % 3]},{note?.Invoke(row) ?? ""},{new DateTime(2020, 1, 1).AddMinutes(row.Index):s},{label(row)}"));
        return "x,y,z,kind,note,at,label\n" + string.Join('\n', lines) + "\n";
    }

    static ModelDefinition Model(TaskKind task, SplitKind split, Expectation[] expectations) => new()
    {
        Name = "M", Type = "M", Dataset = "data", Label = "label", Task = task, Split = split, Time = split == SplitKind.Time ? "at" : null, Location = new("M.cs", 1, 1),
        Expectations = [.. expectations.Select(expectation => new ModelExpectation(expectation, new("M.cs", 2, 2)))],
    };

    static ModelRows Read(string csv, TaskKind task, SplitKind split = SplitKind.Hash)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        return new(folder.Load(dataset, contract), ShapeResolver.Resolve(Model(task, split, []), contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message), null);
    }
}
