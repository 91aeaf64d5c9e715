using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>The road from a data file to a published model, and what brings the host back to it.</summary>
public class TrainTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));
    static readonly ModelDefinition Model = RoadProject.Model("PenguinModel", "penguins", "species", RoadProject.AtLeast("MicroAccuracy", 0.95));

    [Fact]
    public void A_file_that_two_items_name_counts_once()
    {
        using var project = new RoadProject();
        project.AddDataset("penguins", ("penguins.csv", Penguins), ("penguins.csv", Penguins));
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.Matches("inferred from 344 rows", project.InferContracts().Output);

        Assert.True(project.Train().Succeeded);

        Assert.Equal(344, project.Lock("PenguinModel").TrainingRows + project.Lock("PenguinModel").HeldOutRows);
        Assert.Single(project.Lock("PenguinModel").Partitions);
    }

    [Fact]
    public void Penguins_are_told_apart_and_published_with_a_lock()
    {
        using var project = Ready();

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.Contains("  ≥ 0.95 met, too few rows to tell\n", result.Output);
        Assert.Equal(["App.PenguinModel.model.json", "App.PenguinModel.onnx"], Directory.EnumerateFiles(project.Models).Select(Path.GetFileName).Order());
        var locked = project.Lock("PenguinModel");
        Assert.InRange(locked.Metrics.Single(metric => metric.Key == "MicroAccuracy").Value.Value, 0.95, 1);
        Assert.Equal(344, locked.TrainingRows + locked.HeldOutRows);
        Assert.Contains("| MicroAccuracy |", File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md")));
    }

    [Fact]
    public void Two_trainings_from_scratch_in_two_folders_give_the_same_bytes()
    {
        using var first = Ready();
        using var second = Ready();

        Assert.True(first.Train().Succeeded);
        Assert.True(second.Train().Succeeded);

        // The stamp and the memory hold full paths; everything else must be equal.
        var (a, b) = (first.Snapshot(), second.Snapshot());
        Assert.Equal(a.Keys.Order(), b.Keys.Order());
        Assert.All(a.Where(file => Path.GetFileName(file.Key) is not ("kiln.stamp" or "kiln.memory" or "App.dll")), file => Assert.Equal(file.Value, b[file.Key]));
    }

    [Fact]
    public void Nothing_changed_trains_nothing_and_changes_no_byte()
    {
        using var project = Ready();
        project.Train();
        var before = project.Snapshot();

        File.SetLastWriteTimeUtc(Path.Combine(project.Directory, "data", "penguins.csv"), DateTime.UtcNow);
        var result = project.Train();

        Assert.Equal(0, result.Trained);
        Assert.Equal("verbose: nothing to do: definitions, data, contracts, locks and models are as the last build left them\n", result.Output);
        Assert.Equal(before, project.Snapshot());
        Assert.True(File.GetLastWriteTimeUtc(project.StampPath) > File.GetLastWriteTimeUtc(Path.Combine(project.Directory, "data", "penguins.csv")));
    }

    [Theory]
    [InlineData("obj/kiln/models/App.PenguinModel.onnx")]
    [InlineData("obj/kiln/models/App.PenguinModel.model.json")]
    [InlineData("obj/kiln/report.md")]
    [InlineData("obj/kiln/report.html")]
    [InlineData("obj/kiln/PenguinModel.report.html")]
    [InlineData("obj/kiln/PenguinModel.model-card.md")]
    [InlineData("obj/kiln/PenguinModel.cdx.json")]
    [InlineData("obj/kiln/kiln.stamp")]
    [InlineData("obj/kiln/kiln.memory")]
    [InlineData("PenguinModel.lock.json")]
    public void What_is_deleted_or_damaged_comes_back_without_training(string file)
    {
        using var project = Ready();
        project.Train();
        var before = project.Snapshot();
        var path = Path.Combine(project.Directory, file);

        File.Delete(path);
        Assert.Equal(0, project.Train().Trained);
        Assert.Equal(before.Keys.Order(), project.Snapshot().Keys.Order());
        // The reports, and the memory of them, now say that nothing was trained.
        if (Path.GetFileName(file) is not ("report.md" or "report.html" or "PenguinModel.report.html" or "kiln.memory"))
            Assert.Equal(before[Path.GetRelativePath(project.Directory, path)], project.Snapshot()[Path.GetRelativePath(project.Directory, path)]);
    }

    [Fact]
    public void Changed_data_trains_again_and_says_so()
    {
        using var project = Ready();
        project.Train();
        var hash = project.Lock("PenguinModel").Artifact;

        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");
        var result = project.Train();

        Assert.Contains("because the data changed", result.Output);
        Assert.NotEqual(hash, project.Lock("PenguinModel").Artifact);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("ignore")]
    [InlineData("trainer")]
    public void A_changed_definition_trains_again_and_says_so(string what)
    {
        using var project = Ready();
        project.Train();

        project.Compile(what switch
        {
            "seed" => With(seed: 2),
            "ignore" => With(ignore: ["year"]),
            _ => With(trainer: "Linear"),
        });
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("because its definition changed", result.Output);
    }

    [Fact]
    public void Another_version_is_published_without_training()
    {
        using var project = Ready();
        project.Train();
        var onnx = project.Onnx("PenguinModel");

        project.Compile(With(version: "1.1.0"));
        var result = project.Train();

        Assert.Equal(0, result.Trained);
        Assert.Equal("1.1.0", project.Lock("PenguinModel").Version);
        Assert.Equal(onnx, project.Onnx("PenguinModel"));
    }

    [Fact]
    public void Always_trains_and_gives_the_same_model()
    {
        using var project = Ready();
        project.Train();
        var onnx = project.Onnx("PenguinModel");

        Assert.Equal(1, project.Train(always: true).Trained);
        Assert.Equal(onnx, project.Onnx("PenguinModel"));
    }

    [Fact]
    public void A_model_whose_class_is_gone_is_published_no_longer()
    {
        using var project = Ready();
        project.Compile(Model, RoadProject.Model("IslandModel", "penguins", "island"));
        Assert.True(project.Train().Succeeded);
        Assert.Equal(4, Directory.GetFiles(project.Models).Length);

        project.Compile(Model);
        project.Train();

        Assert.Equal(["App.PenguinModel.model.json", "App.PenguinModel.onnx"], Directory.EnumerateFiles(project.Models).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_order_in_which_a_wildcard_finds_files_does_not_matter()
    {
        var lines = Penguins.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (first, second) = (string.Join('\n', lines[..200]) + "\n", string.Join('\n', [lines[0], .. lines[200..]]) + "\n");
        using var project = new RoadProject();
        project.AddDataset("penguins", ("penguins-1.csv", first), ("penguins-2.csv", second));
        project.Compile(Model);
        project.InferContracts();
        project.Train();
        var before = project.Snapshot()["PenguinModel.lock.json"];

        project.ReverseFiles();
        var result = project.Train();

        Assert.Equal(0, result.Trained);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void A_broken_cache_entry_is_trained_again()
    {
        using var project = Ready();
        project.Train();
        var entry = Directory.EnumerateFiles(Path.Combine(project.Directory, "obj", "cache"), "model.onnx", SearchOption.AllDirectories).Single();
        var onnx = File.ReadAllBytes(entry);

        File.WriteAllBytes(entry, onnx[..100]);
        Directory.Delete(project.Models, recursive: true);
        Assert.Equal(1, project.Train().Trained);

        Assert.Equal(onnx, File.ReadAllBytes(entry));
    }

    static RoadProject Ready() => RoadProject.Ready(Penguins, Model);

    static ModelDefinition With(int seed = 1, string version = "1.0.0", string trainer = "LightGbm", string[]? ignore = null) => new()
    {
        Name = Model.Name, Type = Model.Type, Dataset = Model.Dataset, Label = Model.Label, Location = Model.Location,
        Seed = seed, Version = version, Trainer = trainer, Ignore = ignore ?? [],
    };
}
