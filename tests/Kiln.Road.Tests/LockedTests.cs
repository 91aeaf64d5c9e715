using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>A locked build writes no contract and no lock: it fails where it would, and shows the difference.</summary>
public class LockedTests
{
    const string WhatToDo = "run dotnet build -p:KilnLocked=false on a developer's machine, review and commit what it writes";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));
    static readonly ModelDefinition Model = RoadProject.Model("PenguinModel", "penguins", "species");

    [Fact]
    public void A_missing_contract_is_an_error_at_its_item_and_is_not_written()
    {
        using var project = new RoadProject();
        project.AddDataset("penguins", Penguins);

        Assert.Matches(@"App\.csproj\(2,3\): error KILN3003: .+'penguins': data.penguins\.schema\.json: missing → .+; run dotnet build -p:KilnLocked=false",
            project.InferContracts(locked: true).Error);
        Assert.Empty(Directory.EnumerateFiles(project.Directory, "*.schema.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_missing_lock_is_an_error_at_the_model_and_nothing_is_published()
    {
        using var project = Ready();

        Assert.Matches(@"PenguinModel\.cs\(3,2\): error KILN3003: .+'PenguinModel': PenguinModel\.lock\.json: missing → version 1\.0\.0, artifact [0-9a-f]{8}; " + WhatToDo,
            project.Train(locked: true).Error);
        Assert.False(File.Exists(Path.Combine(project.Directory, "PenguinModel.lock.json")));
        Assert.False(Directory.Exists(project.Models));
        Assert.False(File.Exists(project.StampPath));
    }

    [Fact]
    public void A_fresh_clone_trains_the_model_that_the_lock_names()
    {
        using var project = Ready();
        project.Train();
        var (locked, onnx) = (project.Snapshot()["PenguinModel.lock.json"], project.Onnx("PenguinModel"));
        Directory.Delete(Path.Combine(project.Directory, "obj", "kiln"), recursive: true);
        Directory.Delete(Path.Combine(project.Directory, "obj", "cache"), recursive: true);

        var result = project.Train(locked: true);

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.Equal(onnx, project.Onnx("PenguinModel"));
        Assert.Equal(locked, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void A_lock_that_would_change_is_an_error_at_its_line_with_a_line_for_each_fact()
    {
        using var project = Ready();
        project.Train();
        var before = project.Snapshot();
        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");

        var result = project.Train(locked: true);

        Assert.Matches(@"PenguinModel\.lock\.json\(13,5\): error KILN3003: .+ data [0-9a-f]{8} → [0-9a-f]{8}, and \d+ more; " + WhatToDo, result.Error);
        var lines = result.Output.Split('\n');
        Assert.Single(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^  PenguinModel\.lock\.json: artifact [0-9a-f]{8} → [0-9a-f]{8}$"));
        Assert.Contains("  PenguinModel.lock.json: training 263 → 264", lines);
        Assert.Equal(before["PenguinModel.lock.json"], project.Snapshot()["PenguinModel.lock.json"]);
        Assert.Equal(before[Path.Combine("obj", "kiln", "models", "App.PenguinModel.onnx")], project.Snapshot()[Path.Combine("obj", "kiln", "models", "App.PenguinModel.onnx")]);
    }

    [Fact]
    public void An_artifact_edited_by_hand_is_an_error_at_its_line()
    {
        using var project = Ready();
        project.Train();
        project.ReplaceFirst("PenguinModel.lock.json", project.Lock("PenguinModel").Artifact[..8], "01234567");

        Assert.Matches(@"\(29,3\): error KILN3003: .+ artifact 01234567 → ", project.Train(locked: true).Error);
    }

    [Fact]
    public void A_lock_laid_out_by_hand_is_an_error_at_its_line()
    {
        using var project = Ready();
        project.Train();
        project.ReplaceFirst("PenguinModel.lock.json", "  \"model\"", "    \"model\"");

        Assert.Matches(@"\(4,5\): error KILN3003: .+ the same facts .+", project.Train(locked: true).Error);
    }

    [Fact]
    public void A_checkout_with_other_line_ends_is_the_same_lock()
    {
        using var project = Ready();
        project.Train();
        project.Replace("PenguinModel.lock.json", "\n", "\r\n");

        var result = project.Train(locked: true);

        Assert.True(result.Succeeded, result.Output);
    }

    static RoadProject Ready()
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model);
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }
}
