using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Road.Tests;

/// <summary>A lock that was changed behind the build's back is told, as far as anything is left that knows.</summary>
public class LostReleaseTests
{
    const string LockName = "PenguinModel.lock.json";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_lock_whose_releases_were_emptied_is_told_by_what_it_is_compared_with()
    {
        using var project = Released();
        Directory.Delete(Path.Combine(project.Directory, "obj", "kiln"), recursive: true);
        Write(project, "\"released\": []");

        Assert.Matches(@"PenguinModel\.lock\.json\(\d+,15\): error KILN3014: .+ released as 1\.0\.0, .+; .+restore the lock from version control", project.Train(locked: true).Error);
        Assert.Contains("KILN3014", project.Release().Error);
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(@"PenguinModel\.lock\.json\(\d+,15\): warning KILN3014: .+ released as 1\.0\.0, ", result.Output);
        Assert.DoesNotContain("KILN3014", project.Train().Output);
    }

    [Fact]
    public void A_lock_that_says_nothing_of_releases_any_more_is_told_by_the_last_build()
    {
        using var project = Released();
        Edit(project, changes: null, []);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("warning KILN3014: the lock of 'PenguinModel' no longer holds what was released as 1.0.0, ", result.Output);
        Assert.DoesNotContain("KILN3014", project.Train().Output);
    }

    [Fact]
    public void One_release_of_several_that_is_gone_is_told()
    {
        using var project = Released();
        project.Compile(Model("1.0.1"));
        Assert.True(project.Release().Succeeded);
        var locked = project.Lock("PenguinModel");
        Edit(project, locked.SinceRelease, [locked.Released[1]]);

        Assert.Contains("warning KILN3014: the lock of 'PenguinModel' no longer holds what was released as 1.0.0, ", project.Train().Output);
    }

    [Theory]
    [InlineData("\"artifact\": \"", "\"artifact\": \"f", "artifact")]
    [InlineData("\"training\": 2", "\"training\": 9", "training 9")]
    [InlineData("\"rounds\": ", "\"rounds\": 9", "boosting 9")]
    [InlineData("\"value\": 0.", "\"value\": 0.1", "metrics.")]
    public void A_fact_of_the_training_that_was_edited_is_told_at_its_line(string text, string replacement, string fact)
    {
        using var project = Ready();
        project.Train();
        var before = project.Snapshot()[LockName];
        project.ReplaceFirst(LockName, text, replacement);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.Matches($@"PenguinModel\.lock\.json\(\d+,\d+\): warning KILN3013: no input of 'PenguinModel' changed, .+: {fact}", result.Output);
        Assert.Equal(before, project.Snapshot()[LockName]);
        Assert.DoesNotMatch("(error|warning) KILN", project.Train().Output);
    }

    /// <summary>With the whole of "released" in the lock replaced.</summary>
    static void Write(RoadProject project, string released)
    {
        var path = Path.Combine(project.Directory, LockName);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..text.IndexOf("\"released\"", StringComparison.Ordinal)] + released + "\n}\n");
    }

    static void Edit(RoadProject project, SinceRelease? changes, IReadOnlyList<Release> released)
    {
        var locked = project.Lock("PenguinModel");
        File.WriteAllText(Path.Combine(project.Directory, LockName), LockJson.Write(new()
        {
            Model = locked.Model, Version = locked.Version, Definition = locked.Definition, Contract = locked.Contract, Tool = locked.Tool,
            Dataset = locked.Dataset, DataHash = locked.DataHash, Split = locked.Split, Partitions = locked.Partitions, TrainingRows = locked.TrainingRows, HeldOutRows = locked.HeldOutRows,
            Boosting = locked.Boosting, Metrics = locked.Metrics, Artifact = locked.Artifact, SinceRelease = changes, Released = released,
        }));
    }

    static RoadProject Released()
    {
        var project = Ready();
        Assert.True(project.Release().Succeeded);
        return project;
    }

    static RoadProject Ready()
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model("1.0.0"));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static ModelDefinition Model(string version) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Location = new("PenguinModel.cs", 3, 2),
    };
}
