using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Where being missing says nearly everything, the branch that asks for it has the threshold +∞.</summary>
public class MissingDecidesTests
{
    static readonly string Table = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Wild", "missing-decides.csv"));

    [Fact]
    public void What_ships_sends_missing_values_where_LightGBM_sends_them()
    {
        using var project = new RoadProject();
        project.AddDataset("people", Table);
        project.Compile(Model(null));
        Assert.True(project.InferContracts().Succeeded);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        // LightGBM's own predictions give 0.95; read with missing values on the other side, the same trees give 0.5.
        Assert.InRange(project.Lock("LeavingModel").Metrics.Single(metric => metric.Key == "AreaUnderRocCurve").Value.Value, 0.92, 0.98);
    }

    [Fact]
    public void A_pipeline_of_the_models_own_does_too()
    {
        const string Source = """
            using Microsoft.ML;
            namespace App;
            public static class LeavingModel
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Concatenate("Features", "late_payments", "hours")
                    .Append(ml.BinaryClassification.Trainers.LightGbm("left"));
            }
            """;
        using var project = new RoadProject();
        project.AddDataset("people", Table);
        project.Compile("LeavingModel.cs", Source, Model(new("of the source", [], new("LeavingModel.cs", 5, 41))));
        Assert.True(project.InferContracts().Succeeded);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.InRange(project.Lock("LeavingModel").Metrics.Single(metric => metric.Key == "AreaUnderRocCurve").Value.Value, 0.92, 0.98);
    }

    /// <summary>ML.NET's own trees are fitted on rows that miss nothing, so they learn it from a column of its own.</summary>
    [Fact]
    public void FastTree_learns_what_is_missing()
    {
        using var project = new RoadProject();
        project.AddDataset("people", Table);
        project.Compile(Model(null, "FastTree"));
        Assert.True(project.InferContracts().Succeeded);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.InRange(project.Lock("LeavingModel").Metrics.Single(metric => metric.Key == "AreaUnderRocCurve").Value.Value, 0.92, 0.98);
    }

    static ModelDefinition Model(PipelineDefinition? pipeline, string trainer = "LightGbm") => new()
    {
        Trainer = trainer,
        Name = "LeavingModel", Type = "App.LeavingModel", Dataset = "people", Label = "left", Version = "1.0.0",
        Pipeline = pipeline, Location = new("LeavingModel.cs", 3, 2),
    };
}
