using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Road.Tests;

/// <summary>A release is recorded once and never changes, whatever happens to the model.</summary>
public class ReleaseTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_release_is_recorded_with_what_the_version_stands_for()
    {
        using var project = Ready();
        project.Settings = ["rows=true"];
        project.Train();

        var result = project.Release();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("PenguinModel 1.0.0 released: commit PenguinModel.lock.json", result.Output);
        Assert.Equal(0, result.Trained);
        var locked = project.Lock("PenguinModel");
        var release = Assert.Single(locked.Released);
        Assert.Equal(("1.0.0", locked.Definition, locked.Contract, locked.Artifact), (release.Version, release.Content.Definition, release.Content.Contract, release.Content.Artifact));
        Assert.Equal(new ReleasedInput("bill_length_mm", "BillLengthMm", "float", false), release.Content.Inputs.Single(input => input.Name == "bill_length_mm"));
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], release.Content.Classes);
        Assert.Equal(locked.Metrics, release.Metrics);
        Assert.Equal(5, release.Predictions.Count);
        Assert.All(release.Predictions, prediction =>
        {
            Assert.Equal(["island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex", "year"], prediction.Row.Select(input => input.Key));
            Assert.InRange(prediction.Scores.Sum(), 0.999, 1.001);
            Assert.Contains(Row(prediction), Penguins.Replace("\"", ""));
        });
    }

    [Fact]
    public void Releasing_the_same_again_says_so_and_changes_no_byte()
    {
        using var project = Ready();
        project.Release();
        var before = project.Snapshot()["PenguinModel.lock.json"];

        var result = project.Release();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("PenguinModel 1.0.0 was already released with the same content: nothing to record", result.Output);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void A_lock_that_was_deleted_is_told_once()
    {
        using var project = Ready();
        project.Release();
        File.Delete(Path.Combine(project.Directory, "PenguinModel.lock.json"));

        Assert.Contains(
            "warning KILN3012: the lock that the last build wrote for 'PenguinModel' is gone, and a new one has no released versions; "
            + "if that was not intended, restore PenguinModel.lock.json from version control",
            project.Train().Output);
        Assert.DoesNotContain("KILN3012", project.Train().Output);
    }

    [Fact]
    public void Build_metadata_makes_no_other_version_to_release()
    {
        using var project = Ready();
        project.Release();
        project.Compile(Model("1.0.0+build.5"));

        Assert.Contains("PenguinModel 1.0.0 was already released with the same content: nothing to record", project.Release().Output);
        Assert.Equal(["1.0.0"], project.Lock("PenguinModel").Released.Select(release => release.Version));
    }

    [Fact]
    public void A_release_does_not_repeat_what_the_build_before_it_said()
    {
        using var project = Ready();
        project.Train();

        Assert.DoesNotMatch("(?m)^ *MicroAccuracy ", project.Release().Output);
    }

    [Fact]
    public void Releasing_a_version_with_other_content_is_an_error_that_says_what_differs()
    {
        using var project = Ready();
        project.Release();
        var before = project.Snapshot()["PenguinModel.lock.json"];
        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");

        Assert.Matches(@"PenguinModel\.cs\(3,2\): error KILN3004: version 1\.0\.0 of 'PenguinModel' .+\(data [0-9a-f]{8} → [0-9a-f]{8}; artifact .+\), .+; give this one a higher Version",
            project.Release().Error);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void A_later_version_and_every_build_leave_a_release_as_it_is()
    {
        using var project = Ready();
        project.Release();
        var released = ReleasedText(project);

        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");
        project.Compile(Model("1.0.1"));
        Assert.True(project.Train().Succeeded);
        Assert.Equal(released, ReleasedText(project));
        Assert.True(project.Release().Succeeded);

        Assert.Equal(["1.0.0", "1.0.1"], project.Lock("PenguinModel").Released.Select(release => release.Version));
        Assert.StartsWith(released[..released.LastIndexOf("    }", StringComparison.Ordinal)], ReleasedText(project));
    }

    [Fact]
    public void A_model_that_misses_its_gate_is_not_released()
    {
        using var project = Ready(RoadProject.AtLeast("MicroAccuracy", 0.999));

        Assert.Contains("KILN4001", project.Release().Error);
        Assert.False(File.Exists(Path.Combine(project.Directory, "PenguinModel.lock.json")));
    }

    [Fact]
    public void A_locked_build_releases_nothing_new()
    {
        using var project = Ready();
        project.Train();
        var before = project.Snapshot()["PenguinModel.lock.json"];

        Assert.Matches(@"PenguinModel\.lock\.json\(29,3\): error KILN3003: .+ released\.1\.0\.0 none → [0-9a-f]{8}", project.Release(locked: true).Error);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
        project.Release();
        Assert.True(project.Release(locked: true).Succeeded);
    }

    [Theory]
    [InlineData("\"required\": false", "\"required\": true", @"\(39,5\): error KILN3001: .+ released version 1\.0\.0 was edited")]
    [InlineData("  \"released\": [", "<<<<<<< HEAD\n  \"released\": [", @"\(38,1\): error KILN3001: ")]
    [InlineData("\"format\": 1", "\"format\": 2", @"\(3,13\): error KILN3001: .+ format 2")]
    [InlineData("\n  ]\n}\n", "", @"\(\d+,\d+\): error KILN3001: ")]
    public void A_lock_that_cannot_be_trusted_is_an_error_and_is_kept(string text, string replacement, string expected)
    {
        using var project = Ready();
        project.Release();
        project.ReplaceFirst("PenguinModel.lock.json", text, replacement);
        var before = project.Snapshot()["PenguinModel.lock.json"];

        Assert.Matches(@"PenguinModel\.lock\.json" + expected, project.Train().Error);
        Assert.Matches(@"PenguinModel\.lock\.json" + expected, project.Release().Error);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    /// <summary>The row as it stands in the file, from its second column on.</summary>
    static string Row(ReleasedPrediction prediction) => "," + string.Join(',', prediction.Row.Select(input => input.Value switch
    {
        double number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        null => "",
        var text => text,
    }));

    static string ReleasedText(RoadProject project)
    {
        var text = LockJson.Write(project.Lock("PenguinModel"));
        Assert.Equal(text, File.ReadAllText(Path.Combine(project.Directory, "PenguinModel.lock.json")));
        return text[text.IndexOf("  \"released\": [", StringComparison.Ordinal)..];
    }

    static RoadProject Ready(params ModelGate[] gates)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model("1.0.0", gates));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static ModelDefinition Model(string version, params ModelGate[] gates) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Gates = gates,
        Location = new("PenguinModel.cs", 3, 2),
    };
}
