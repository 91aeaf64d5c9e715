using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Road.Tests;

/// <summary>A gate that holds a model against the released one. Without its best feature the model loses 0.09 of accuracy, 0.03 to 0.16.</summary>
public class NoWorseByTests
{
    const string LockName = "PenguinModel.lock.json";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_model_that_is_clearly_worse_is_an_error_and_is_not_published()
    {
        using var project = Released(0.01);
        var before = project.Snapshot()[LockName];
        project.Compile(Worse(0.01));

        Assert.Matches(
            @"PenguinModel\.cs\(4,2\): error KILN4012: MicroAccuracy is worse than released 1\.0\.0 by more than the gate allows, 0\.01: the loss is 0\.\d+ with a 95 % interval of "
            + @"0\.0[1-9]\d* to 0\.\d+ on 81 held-out rows; the gate is there because penguins differ; nothing was published: .+",
            project.Train().Error);
        Assert.Equal(before, project.Snapshot()[LockName]);
        Assert.Contains("no worse by 0.01 missed", Report(project));
    }

    [Fact]
    public void A_moved_gate_measures_again_and_trains_nothing()
    {
        using var project = Released(0.01);
        project.Compile(Worse(0.01));
        Assert.Equal(1, project.Train().Trained);
        project.Compile(Worse(0.5));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(0, result.Trained);
        Assert.DoesNotContain("KILN4012", result.Output);
        Assert.Contains("no worse by 0.5 met", Report(project));
    }

    [Fact]
    public void A_loss_around_the_bound_is_a_warning_and_in_a_release_an_error()
    {
        using var project = Released(0.1);
        project.Compile(Worse(0.1));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(@"PenguinModel\.cs\(4,2\): warning KILN4012: it is undecided whether MicroAccuracy is worse than released 1\.0\.0 by more than the gate allows, 0\.1: "
            + "the loss is .+ on 81 held-out rows; .+; add rows, which hold out more, or allow more with NoWorseBy", result.Output);
        Assert.Contains("no worse by 0.1 undecided", Report(project));
        Assert.Matches(@"PenguinModel\.cs\(4,2\): error KILN4012: .+ a release must be known to be no worse, so nothing was released: .+", project.Release().Error);
        Assert.Single(project.Lock("PenguinModel").Released);
    }

    [Fact]
    public void Equal_predictions_are_no_worse_by_0()
    {
        using var project = Released(0);

        var again = project.Train(always: true);

        Assert.True(again.Succeeded, again.Output);
        Assert.DoesNotContain("KILN4012", again.Output);
        Assert.Contains("no worse by 0 met", Report(project));
        Assert.True(project.Release().Succeeded);
    }

    [Fact]
    public void Before_the_first_release_there_is_nothing_to_hold_it_against()
    {
        using var project = Ready(0);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotContain("KILN4012", result.Output);
        Assert.Contains("| no worse by 0 (nothing is released yet) |", Report(project));
    }

    [Fact]
    public void A_release_that_recorded_no_predictions_leaves_it_undecided_and_its_entry_as_it_was()
    {
        using var project = Released(0.01);
        var path = Path.Combine(project.Directory, LockName);
        File.WriteAllText(path, LockJson.Write(WithoutBaseline(project.Lock("PenguinModel"))));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("warning KILN4012: it is undecided whether", result.Output);
        Assert.Contains("its predictions cannot be compared: it was released before releases recorded their predictions", result.Output);
        Assert.Contains(", or release once without NoWorseBy, saying so with Because", result.Output);
        var release = Assert.Single(project.Lock("PenguinModel").Released);
        Assert.Null(release.Baseline);
        Assert.Contains("error KILN4012", project.Release().Error);
        project.Compile(Model("1.0.0"));
        Assert.True(project.Release().Succeeded);
    }

    [Fact]
    public void A_baseline_that_was_edited_is_an_error_where_it_stands()
    {
        using var project = Released(0.01);
        project.ReplaceFirst(LockName, "\"island\": 0.", "\"island\": 1.");

        Assert.Matches(@"PenguinModel\.lock\.json\(37,15\): error KILN3001: .+ the baseline of released version 1\.0\.0 was edited; .+", project.Train().Error);
    }

    static ModelLock WithoutBaseline(ModelLock locked) => new()
    {
        Model = locked.Model, Version = locked.Version, Definition = locked.Definition, Contract = locked.Contract, Tool = locked.Tool, Dataset = locked.Dataset,
        DataHash = locked.DataHash, Split = locked.Split, Partitions = locked.Partitions, TrainingRows = locked.TrainingRows, HeldOutRows = locked.HeldOutRows,
        Boosting = locked.Boosting, Metrics = locked.Metrics, Artifact = locked.Artifact,
        Released = [.. locked.Released.Select(release => new Release
        {
            Version = release.Version, Content = release.Content, Metrics = release.Metrics, Predictions = release.Predictions,
        })],
    };

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

    static RoadProject Released(double bound)
    {
        var project = Ready(bound);
        Assert.True(project.Release().Succeeded);
        return project;
    }

    static RoadProject Ready(double bound)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model("1.0.0", Gate(bound)));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static ModelDefinition Worse(double bound) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "2.0.0", Ignore = ["bill_length_mm"],
        Gates = [Gate(bound)], Location = new("PenguinModel.cs", 3, 2),
    };

    static ModelDefinition Model(string version, params ModelGate[] gates) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Gates = gates,
        Location = new("PenguinModel.cs", 3, 2),
    };

    static ModelGate Gate(double bound) => new(new("MicroAccuracy", NoWorseBy: bound, Because: "penguins differ"), new("PenguinModel.cs", 4, 2));
}
