using System.Text.Json.Nodes;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Locks that builds write, held against the JSON Schema they name.</summary>
public sealed class LockSchemaTests : IDisposable
{
    const string Reference = "  \"$schema\": \"obj/kiln/lock.schema.json\",\n";

    static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("docs", "schemas", "lock.schema.json"))!;

    static readonly string Penguins = Read("penguins.csv");
    static readonly string[] Weather = Read("seattle_weather.csv").Split('\n');

    readonly RoadProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("binary")]
    [InlineData("multiclass")]
    [InlineData("number")]
    [InlineData("number", "house")]
    [InlineData("number", null, "day")]
    public void Each_task_and_each_split_has_a_lock_of_the_schema(string label, string? group = null, string? time = null)
    {
        _project.AddDataset("houses", Houses(400));
        Train(Define("HouseModel", label, group, time));

        Assert.StartsWith("{\n" + Reference + "  \"format\": 1,\n", Text("HouseModel"));
        AssertValid("HouseModel");
    }

    [Fact]
    public void So_have_several_partitions_with_times()
    {
        _project.AddDataset("weather", ("2012.csv", Year(0)), ("2013.csv", Year(1)), ("2014.csv", Year(2)));
        Train(RoadProject.Model("WeatherModel", "weather", "weather"));

        Assert.Equal(3, _project.Lock("WeatherModel").Partitions.Count(file => file.From is not null));
        AssertValid("WeatherModel");
    }

    [Fact]
    public void So_have_several_models_their_releases_and_what_changed_since()
    {
        _project.AddDataset("houses", Houses(400));
        ModelDefinition[] models = [Define("FirstModel", "binary", version: "1.0.0"), Define("SecondModel", "number", version: "2.0.0-rc.1")];
        Train(models);
        Assert.True(_project.Release().Succeeded);
        AssertValid("FirstModel", "SecondModel");

        _project.AddRow("2,3,4,2024-01-01,yes,b,9");
        _project.Compile(Define("FirstModel", "binary", version: "1.1.0"), Define("SecondModel", "number", version: "2.0.0"));
        Assert.True(_project.Train().Succeeded);
        Assert.True(_project.Release().Succeeded);
        _project.AddRow("2,3,4,2024-01-01,yes,b,9");
        Assert.True(_project.Train().Succeeded);

        Assert.Equal((2, "1.1.0"), (_project.Lock("FirstModel").Released.Count, _project.Lock("FirstModel").SinceRelease!.Version));
        AssertValid("FirstModel", "SecondModel");
    }

    [Fact]
    public void A_lock_in_another_folder_finds_the_schema_from_there()
    {
        _project.AddDataset("penguins", Penguins);
        var model = new ModelDefinition { Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Location = new("Models/Birds/PenguinModel.cs", 3, 2) };
        Train(model);

        Assert.Contains("\n  \"$schema\": \"../../obj/kiln/lock.schema.json\",\n", Text("Models/Birds/PenguinModel"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \"$schema\": \"elsewhere.json\",\n")]
    public void A_lock_is_not_written_for_its_schema_alone(string written)
    {
        _project.AddDataset("penguins", Penguins);
        Train(RoadProject.Model("PenguinModel", "penguins", "species"));
        _project.ReplaceFirst("PenguinModel.lock.json", Reference, written);
        var before = _project.Snapshot()["PenguinModel.lock.json"];

        Directory.Delete(Path.Combine(_project.Directory, "obj", "kiln"), recursive: true);
        var locked = _project.Train(locked: true);
        var open = _project.Train(always: true);

        Assert.True(locked.Succeeded, locked.Output);
        Assert.True(open.Succeeded, open.Output);
        Assert.DoesNotMatch("(error|warning) KILN", locked.Output + open.Output);
        Assert.Equal(before, _project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void A_lock_that_changes_names_the_schema_and_a_locked_build_tells_the_change_only()
    {
        _project.AddDataset("penguins", Penguins);
        Train(RoadProject.Model("PenguinModel", "penguins", "species"));
        _project.ReplaceFirst("PenguinModel.lock.json", Reference, "");
        _project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");

        Assert.Matches(@"PenguinModel\.lock\.json\(12,5\): error KILN3003: .+ data [0-9a-f]{8} → [0-9a-f]{8}, and \d+ more; ", _project.Train(locked: true).Error);
        Assert.True(_project.Train().Succeeded);
        Assert.StartsWith("{\n" + Reference, Text("PenguinModel"));
    }

    void Train(params ModelDefinition[] models)
    {
        _project.Compile(models);
        Assert.True(_project.InferContracts().Succeeded);
        var result = _project.Train();
        Assert.True(result.Succeeded, result.Output);
    }

    void AssertValid(params string[] models) => Assert.All(Ajv.Validate(Schema, models.Select(Text)), error => Assert.Equal("", error));

    string Text(string model) => File.ReadAllText(Path.Combine(_project.Directory, model + ".lock.json"));

    static ModelDefinition Define(string name, string label, string? group = null, string? time = null, string version = "1.0.0") => new()
    {
        Name = name, Type = "App." + name, Dataset = "houses", Label = label, Version = version, Group = group, Time = time,
        Split = group is not null ? SplitKind.Group : time is not null ? SplitKind.Time : null, Location = new(name + ".cs", 3, 2),
    };

    /// <summary>Rows with a label for each task, in fifty houses and on as many days as there are rows.</summary>
    static string Houses(int rows)
    {
        var random = new Random(5);
        return "x,y,house,day,binary,multiclass,number\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
        {
            var (x, y) = (random.Next(1000), random.Next(1000));
            return $"{x},{y},{i % 50},{new DateOnly(2023, 1, 1).AddDays(i):yyyy-MM-dd},{(x > y ? "yes" : "no")},{"abc"[x % 3]},{x + 2 * y}\n";
        }));
    }

    static string Year(int year) => string.Join('\n', [Weather[0], .. Weather.Skip(1 + 365 * year).Take(365)]) + "\n";

    static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", file));
}
