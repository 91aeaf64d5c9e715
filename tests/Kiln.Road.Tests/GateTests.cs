using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

public class GateTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_missed_gate_is_an_error_at_the_attribute_and_publishes_nothing()
    {
        using var project = Project(0.999);

        var result = project.Train();

        Assert.Matches(
            @"PenguinModel\.cs\(4,2\): error KILN4001: MicroAccuracy 0\.\d+ is below the gate 0\.999 on 81 held-out rows \(95 % interval 0\.\d+–[01](\.\d+)?(, which holds the gate: too few rows to tell)?\); nothing was published: .+",
            result.Error);
        Assert.False(Directory.Exists(project.Models));
        Assert.False(File.Exists(Path.Combine(project.Directory, "PenguinModel.lock.json")));
        Assert.False(File.Exists(project.StampPath));
    }

    [Fact]
    public void The_last_good_model_stays_when_its_successor_misses_the_gate()
    {
        using var project = Project(0.9);
        Assert.True(project.Train().Succeeded);
        var onnx = project.Onnx("PenguinModel");
        var locked = project.Lock("PenguinModel").Artifact;

        project.Compile(Model(0.999, seed: 2));
        Assert.False(project.Train().Succeeded);

        Assert.Equal(onnx, project.Onnx("PenguinModel"));
        Assert.Equal(locked, project.Lock("PenguinModel").Artifact);
    }

    [Fact]
    public void A_moved_gate_measures_again_without_training()
    {
        using var project = Project(0.999);
        Assert.Equal(1, project.Train().Trained);
        Assert.Equal(0, project.Train().Trained);

        project.Compile(Model(0.9));
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(0, result.Trained);
        Assert.Contains("PenguinModel 1.0.0: taken from the cache, because there is no lock of it and it was trained before; ", result.Output);
        Assert.True(File.Exists(project.StampPath));
    }

    [Fact]
    public void One_models_missed_gate_does_not_keep_another_from_being_published()
    {
        using var project = Project(0.999);
        project.Compile(Model(0.999), RoadProject.Model("IslandModel", "penguins", "island"));

        Assert.Contains("PenguinModel.cs(4,2)", project.Train().Error);
        Assert.Equal(["App.IslandModel.model.json", "App.IslandModel.onnx"], Directory.EnumerateFiles(project.Models).Select(Path.GetFileName).Order());
    }

    static RoadProject Project(double bound)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model(bound));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static ModelDefinition Model(double bound, int seed = 1) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Seed = seed,
        Gates = [RoadProject.AtLeast("MicroAccuracy", bound)], Location = new("PenguinModel.cs", 3, 2),
    };
}
