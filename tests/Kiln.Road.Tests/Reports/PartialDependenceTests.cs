using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Examples;
using Kiln.Host.Reports.Figures;
using Kiln.Host.Requests;
using Kiln.Onnx;

namespace Kiln.Road.Tests.Reports;

/// <summary>Partial dependence against its definition: a loop over every held-out row and every value, one prediction at a time.</summary>
public class PartialDependenceTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Theory]
    [InlineData("species", 3)]
    [InlineData("sex", 2)]
    [InlineData("body_mass_g", 1)]
    public void It_is_the_mean_over_all_rows_with_the_value(string label, int scores)
    {
        var model = RoadProject.Model("PenguinModel", "penguins", label);
        using var project = RoadProject.Ready(Penguins, model);
        Assert.True(project.Train().Succeeded);
        var onnx = project.Onnx("PenguinModel");
        var kept = Directory.EnumerateFiles(Path.Combine(project.Directory, "obj", "cache"), "figures.json", SearchOption.AllDirectories).Single();
        var rows = Rows(project, model);
        var figures = ModelFiguresJson.Read(File.ReadAllText(kept), ModelCache.Hash(onnx), rows.Table.Contract).Figures.Where(figure => figure.Kind == FigureKind.PartialDependence).ToList();
        var inputs = rows.Examples.Inputs;
        string[] numbers = [.. inputs.Where(input => !input.IsText).Select(input => input.Name)], texts = [.. inputs.Where(input => input.IsText).Select(input => input.Name)];
        var predictor = new Predictor(OnnxModel.Read(onnx), Info(label), numbers, texts, scores);

        Assert.InRange(figures.Count, 4, 6);
        Assert.Contains(figures, figure => figure.Rows.All(row => row.Name.Length > 0)); // A category.
        foreach (var figure in figures)
            foreach (var point in figure.Rows)
                for (var output = 1; output < figure.Columns.Count - 1; output++)
                {
                    var score = scores == 3 ? Array.IndexOf([.. rows.Examples.Shape.Classes], figure.Columns[output]) : scores - 1;
                    var mean = rows.HoldOut.HeldOut.Average(row => Score(row, figure.Subject, point)[score]);
                    Assert.Equal(mean, point.Values[output], Math.Abs(mean) * 1e-5);
                }

        float[] Score(int row, string subject, FigureRow point)
        {
            var said = new float[predictor.ScoreCount];
            predictor.Score(
                [.. numbers.Select(name => name == subject ? (float)point.Values[0] : (float)((NumberColumn)rows.Table[name]).Values[row])],
                [.. texts.Select(name => name == subject ? point.Name : rows.Table[name] is TextColumn text && !text.IsMissing(row) ? text.Texts[text.Codes[row]] : null)],
                said);
            return said;
        }
    }

    static ModelRows Rows(RoadProject project, ModelDefinition model)
    {
        var data = Path.Combine(project.Directory, "data");
        var dataset = new Dataset("penguins", Path.Combine(data, "penguins.schema.json"), "", "", [Path.Combine(data, "penguins.csv")]);
        var contract = ContractFile.Load(dataset);
        var shape = ShapeResolver.Resolve(model, contract, out _)!;
        return new(TableLoader.Load(dataset, contract, null, _ => { }, new() { Classes = shape.Classes.Count > 0 ? [shape.Label.Name] : new HashSet<string>() }).Merged, shape, project.Lock("PenguinModel").Split);
    }

    static ModelInfo Info(string label) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Version = "1.0.0", Dataset = "penguins", Label = label,
        Task = label switch { "species" => ModelTask.MulticlassClassification, "sex" => ModelTask.BinaryClassification, _ => ModelTask.Regression },
        TrainingRows = 0, HeldOutRows = 0, DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
    };
}
