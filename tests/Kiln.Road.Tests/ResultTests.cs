using System.Text.Json.Nodes;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>What a run came to, as a script reads it.</summary>
public sealed class ResultTests : IDisposable
{
    static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("docs", "schemas", "result.schema.json"))!;

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    readonly RoadProject _project = RoadProject.Ready(Penguins, Model("1.0.0", 0.9));

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_script_learns_what_was_trained_what_is_released_and_what_is_due()
    {
        Succeed(_project.Train());
        var (trained, before) = (Only(), Text(_project));
        var locked = _project.Lock("PenguinModel");
        Assert.Equal(("passed", "1.0.0", locked.Artifact, "PenguinModel.lock.json"), (Word(trained, "verdict"), Word(trained, "version"), Word(trained, "artifact"), Word(trained, "lock")));
        Assert.Equal(locked.Metrics[0].Value.Low, (double)trained["metrics"]!["MicroAccuracy"]!["low"]!);
        Assert.Equal(("met", 0.9, locked.Metrics[0].Value.Value), (Word(Gate(trained), "verdict"), (double)Gate(trained)["atLeast"]!, (double)Gate(trained)["value"]!));
        Assert.All(trained["files"]!.AsArray(), file => Assert.True(File.Exists(Path.Combine(_project.Directory, (string)file!)), (string)file!));
        Assert.Null(trained["due"]);

        using (var elsewhere = RoadProject.Ready(Penguins, Model("1.0.0", 0.9)))
        {
            Succeed(elsewhere.Train());
            Assert.Equal(before, Text(elsewhere));
        }
        var written = File.GetLastWriteTimeUtc(PathOf(_project));
        Succeed(_project.Train());
        Assert.Equal(written, File.GetLastWriteTimeUtc(PathOf(_project)));

        Succeed(_project.Release());
        Assert.Equal(("1.0.0", "none", "1.0.0"), (Word(Only(), "lastRelease"), Word(Only()["due"]!, "part"), Word(Only()["due"]!, "version")));
        _project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");
        Assert.False(_project.Train(locked: true).Succeeded);
        Assert.Equal(("failed", "patch", "1.0.1", "the data changed"),
            (Word(Only(), "verdict"), Word(Only()["due"]!, "part"), Word(Only()["due"]!, "version"), (string)Only()["due"]!["reasons"]![0]!));
        Assert.Equal("KILN3005", (string)Result()["errors"]![0]!["code"]!);
    }

    [Fact]
    public void A_missed_gate_says_by_what_it_was_missed()
    {
        _project.Compile(Model("1.0.0", 0.9999));

        Assert.Contains("KILN4001", _project.Release().Error);

        Assert.Equal(("gateMissed", "missed", 0.9999), (Word(Only(), "verdict"), Word(Gate(Only()), "verdict"), (double)Gate(Only())["atLeast"]!));
        Assert.Empty(Only()["files"]!.AsArray());
        var error = Assert.Single(Result()["errors"]!.AsArray())!;
        Assert.Equal(("KILN4001", "PenguinModel.cs", 4), (Word(error, "code"), Word(error, "file"), (int)error["line"]!));
    }

    [Fact]
    public void A_model_of_which_nothing_can_be_read_is_there()
    {
        _project.Compile(Model("1.0.0", 0.9), RoadProject.Model("OtherModel", "pengins", "species"));

        Assert.False(_project.Train().Succeeded);

        Assert.Equal(["failed", "passed"], Result()["models"]!.AsArray().Select(model => Word(model!, "verdict")));
        Assert.Equal("KILN0012", (string)Result()["errors"]![0]!["code"]!);
    }

    static void Succeed(RoadResult result) => Assert.True(result.Succeeded, result.Output);

    static string Word(JsonNode node, string member) => (string)node[member]!;

    JsonNode Only() => Assert.Single(Result()["models"]!.AsArray())!;

    static JsonNode Gate(JsonNode model) => Assert.Single(model["gates"]!.AsArray())!;

    JsonNode Result()
    {
        Assert.Equal("", Assert.Single(Ajv.Validate(Schema, [Text(_project)])));
        return JsonNode.Parse(Text(_project))!;
    }

    static string PathOf(RoadProject project) => Path.Combine(project.Directory, "obj", "kiln", "result.json");

    static string Text(RoadProject project) => File.ReadAllText(PathOf(project));

    static ModelDefinition Model(string version, double gate) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Gates = [RoadProject.AtLeast("MicroAccuracy", gate)],
        Location = new("PenguinModel.cs", 3, 2),
    };
}
