using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Baselines;
using Kiln.Host.Cache;

namespace Kiln.Road.Tests;

/// <summary>The cache saves a training and decides nothing: a lock is believed before it, and what is damaged in it is trained again.</summary>
public class PoisonedCacheTests
{
    const string LockName = "PenguinModel.lock.json";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Theory]
    [InlineData("onnx")]
    [InlineData("metric")]
    [InlineData("rows")]
    public void A_forged_entry_is_not_believed_against_the_lock(string what)
    {
        using var project = Trained(out var entry, out var onnx);
        var before = project.Snapshot()[LockName];
        var model = EvaluationJson.Read(JsonReader.Read(File.ReadAllText(Path.Combine(entry, "evaluation.json"))), Path.GetFileName(entry), _ => onnx);
        byte[] flipped = [.. onnx];
        flipped[^20] ^= 1;
        var forged = what switch
        {
            "onnx" => model with { Onnx = flipped, OnnxHash = ModelCache.Hash(flipped) },
            "metric" => model with { Measurements = [.. model.Measurements.Select(measurement => measurement with { Value = new(1, 1, 1) })] },
            _ => model with { TrainingRows = 1_000_000 },
        };
        File.WriteAllBytes(Path.Combine(entry, "model.onnx"), forged.Onnx);
        File.WriteAllText(Path.Combine(entry, "evaluation.json"), EvaluationJson.Write(new(), forged, Path.GetFileName(entry)).ToString());

        Directory.Delete(project.Models, recursive: true);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("trained, because the cached copy is not the locked model (", result.Output);
        Assert.DoesNotContain("warning", result.Output);
        Assert.Equal(before, project.Snapshot()[LockName]);
        Assert.Equal(onnx, project.Onnx("PenguinModel"));
        AssertBelievedAgain(project, entry, onnx);
    }

    [Theory]
    [InlineData("model.onnx", "")]
    [InlineData("evaluation.json", "{\"format\": 1, \"metrics\": {\"MicroAccuracy\": [1]}}")]
    [InlineData("evaluation.json", null)]
    public void A_damaged_entry_is_trained_again(string name, string? content)
    {
        using var project = Trained(out var entry, out var onnx);
        File.Delete(Path.Combine(entry, name));
        if (content is not null)
            File.WriteAllText(Path.Combine(entry, name), content);

        AssertTrainedAgain(project, entry, onnx);
    }

    [Fact]
    public void An_entry_of_another_key_is_not_believed()
    {
        using var project = Trained(out var entry, out _);
        project.Compile(Model(seed: 2));
        Assert.Equal(1, project.Train().Trained);
        var (other, onnx) = (Directory.GetDirectories(Path.GetDirectoryName(entry)!).Single(folder => folder != entry && File.Exists(Path.Combine(folder, "model.onnx"))), project.Onnx("PenguinModel"));
        foreach (var file in Directory.GetFiles(entry))
            File.Copy(file, Path.Combine(other, Path.GetFileName(file)), overwrite: true);

        AssertTrainedAgain(project, other, onnx);
    }

    [Fact]
    public void Files_and_folders_in_the_wrong_places_make_way()
    {
        using var project = Trained(out var entry, out var onnx);
        Directory.Delete(entry, recursive: true);
        File.WriteAllText(entry, "a file");
        AssertTrainedAgain(project, entry, onnx);

        File.Delete(Path.Combine(entry, "model.onnx"));
        Directory.CreateDirectory(Path.Combine(entry, "model.onnx", "deeper"));
        AssertTrainedAgain(project, entry, onnx);
    }

    [Fact]
    public void A_measurement_that_was_forged_is_not_believed_against_the_lock()
    {
        using var project = Trained(out var entry, out var onnx);
        project.Release();
        var (before, path) = (project.Snapshot()[LockName], Path.Combine(entry, "baseline.json"));
        var measured = MeasuredModelJson.Read(File.ReadAllText(path), ModelCache.Hash(onnx), 3);
        var forged = measured with { HeldOut = [.. measured.HeldOut.Select(row => row with { Scores = [.. row.Scores.Reverse()] })] };
        File.WriteAllText(path, MeasuredModelJson.Write(forged, ModelCache.Hash(onnx)));
        File.Delete(Path.Combine(entry, "since-1.0.0.json"));
        File.AppendAllText(Path.Combine(project.Directory, LockName), "\n");

        Assert.True(project.Train().Succeeded);

        Assert.Equal(before, project.Snapshot()[LockName]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData(null)]
    public void A_damaged_comparison_is_made_again(string? content)
    {
        using var project = Trained(out var entry, out _);
        project.Release();
        var (before, path) = (project.Snapshot()[LockName], Path.Combine(entry, "since-1.0.0.json"));
        var whole = File.ReadAllText(path);
        File.WriteAllText(path, content ?? whole.Replace("\"flipped\": 0", "\"flipped\": 9"));
        File.AppendAllText(Path.Combine(project.Directory, LockName), "\n");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal((before, whole), (project.Snapshot()[LockName], File.ReadAllText(path)));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData(null)]
    public void A_damaged_measurement_is_measured_again(string? content)
    {
        using var project = Trained(out var entry, out _);
        project.Release();
        var (before, path) = (project.Snapshot()[LockName], Path.Combine(entry, "baseline.json"));
        File.Delete(Path.Combine(entry, "since-1.0.0.json"));
        var whole = File.ReadAllText(path);
        File.WriteAllText(path, content ?? whole.Replace("\"rows\": 344", "\"rows\": 345"));
        File.AppendAllText(Path.Combine(project.Directory, LockName), "\n");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(0, result.Trained);
        Assert.Equal((before, whole), (project.Snapshot()[LockName], File.ReadAllText(path)));
    }

    /// <summary>With the published files gone, the build asks the cache.</summary>
    static void AssertTrainedAgain(RoadProject project, string entry, byte[] onnx)
    {
        var before = project.Snapshot()[LockName];
        Directory.Delete(project.Models, recursive: true);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.DoesNotMatch("(error|warning) KILN", result.Output);
        Assert.Equal(before, project.Snapshot()[LockName]);
        AssertBelievedAgain(project, entry, onnx);
    }

    static void AssertBelievedAgain(RoadProject project, string entry, byte[] onnx)
    {
        Assert.Equal(onnx, File.ReadAllBytes(Path.Combine(entry, "model.onnx")));
        Directory.Delete(project.Models, recursive: true);
        Assert.Equal(0, project.Train().Trained);
        Assert.Equal(onnx, project.Onnx("PenguinModel"));
    }

    static RoadProject Trained(out string entry, out byte[] onnx)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model());
        Assert.True(project.InferContracts().Succeeded);
        Assert.True(project.Train().Succeeded);
        entry = Path.GetDirectoryName(Directory.EnumerateFiles(Path.Combine(project.Directory, "obj", "cache"), "model.onnx", SearchOption.AllDirectories).Single())!;
        onnx = project.Onnx("PenguinModel");
        return project;
    }

    static ModelDefinition Model(int seed = 1) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Seed = seed,
        Location = new("PenguinModel.cs", 3, 2),
    };
}
