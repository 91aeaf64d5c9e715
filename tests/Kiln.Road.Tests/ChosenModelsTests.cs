using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Several models in one project, of which some are asked for by name.</summary>
public sealed class ChosenModelsTests : IDisposable
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    readonly RoadProject _project = new();

    public ChosenModelsTests()
    {
        _project.AddDataset("penguins", Penguins);
        _project.Compile(Model("IslandModel", "island"), Model("PenguinModel", "species"), Model("SexModel", "sex", RoadProject.AtLeast("AreaUnderRocCurve", 0.9999)));
        Assert.True(_project.InferContracts().Succeeded);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void They_are_released_although_another_is_not_ready_and_the_next_build_looks_at_that()
    {
        _project.Settings = ["models=PenguinModel; App.IslandModel"];
        var result = _project.Release();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(2, result.Trained);
        Assert.Equal(["1.0.0", "1.0.0"], new[] { "PenguinModel", "IslandModel" }.Select(model => Assert.Single(_project.Lock(model).Released).Version));
        Assert.False(File.Exists(Path.Combine(_project.Directory, "SexModel.lock.json")));

        _project.Settings = [];
        Assert.Contains("KILN4001", _project.Train().Error);
    }

    [Fact]
    public void What_was_published_of_the_others_stays()
    {
        _project.Compile(Model("IslandModel", "island"), Model("PenguinModel", "species"));
        Assert.True(_project.Train().Succeeded);
        _project.Settings = ["models=PenguinModel"];

        Assert.True(_project.Train(always: true).Succeeded);
        Assert.True(File.Exists(Path.Combine(_project.Models, "App.IslandModel.onnx")));
    }

    [Fact]
    public void The_build_after_a_run_of_some_reports_all_again()
    {
        _project.Compile(Model("IslandModel", "island"), Model("PenguinModel", "species"));
        Assert.True(_project.Train().Succeeded);
        string[] files = ["report.md", "App.summary.md", "result.json"];
        var before = Read();
        _project.Settings = ["models=PenguinModel", $"runs={Path.Combine(_project.Directory, "obj", "runs")}", "run=one"];
        Assert.True(_project.Train().Succeeded);
        Assert.All(Read(), text => Assert.DoesNotContain("IslandModel", text));
        // What the build asks: is any file that the stamp lists newer than the stamp?
        Assert.Contains(File.ReadAllLines(_project.StampPath), file => File.GetLastWriteTimeUtc(file) > File.GetLastWriteTimeUtc(_project.StampPath));

        _project.Settings = [];
        Assert.True(_project.Train().Succeeded);
        Assert.Equal(before.Select(Reason), Read().Select(Reason));

        string[] Read() => [.. files.Select(file => File.ReadAllText(Path.Combine(_project.Directory, "obj", "kiln", file)))];
        static string Reason(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"This build: .*|""reason"": .*", "");
    }

    [Fact]
    public void An_unknown_name_is_an_error_with_the_nearest()
    {
        _project.Settings = ["models=PenguinModel;SexModle"];

        Assert.EndsWith("App.csproj: error KILN0007: KilnModels names 'SexModle', which is no model of this project (did you mean 'SexModel'?); "
            + "use the names of classes with [Model]: IslandModel, PenguinModel, SexModel", _project.Release().Error);
        Assert.Empty(Directory.GetFiles(_project.Directory, "*.lock.json"));
    }

    static ModelDefinition Model(string name, string label, params ModelGate[] gates) => RoadProject.Model(name, "penguins", label, gates);
}
