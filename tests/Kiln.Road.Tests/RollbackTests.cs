using static Kiln.Road.Tests.StoreProjects;

namespace Kiln.Road.Tests;

/// <summary>A release is shipped again as it was, from the store.</summary>
public class RollbackTests
{
    [Fact]
    public void A_release_comes_back_byte_for_byte_without_data_and_the_lock_stays()
    {
        using var project = Released(out var released);
        using var clone = CloneWithoutData(project);
        clone.Compile(Second);
        clone.Version = "1.0.0";

        var result = clone.Train(locked: true);

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("PenguinModel 1.0.0: as it was released, because KilnVersion says so; the lock stays as it is", result.Output);
        Assert.Equal(released, Files(clone.Models));
        Assert.Contains("\"shipped\": \"1.0.0\"", File.ReadAllText(Path.Combine(clone.Directory, "obj", "kiln", "result.json")));
        Assert.Equal(File.ReadAllText(project.Directory + LockName), File.ReadAllText(clone.Directory + LockName));
        Assert.DoesNotContain("released", clone.Train(locked: true).Output);
        clone.Version = "";
        Assert.True(clone.Train(locked: true).Succeeded);
        Assert.Equal(Files(project.Models), Files(clone.Models));
        Assert.Equal(["PenguinModel.cdx.json", "PenguinModel.model-card.md"], Cards(clone));
        clone.Version = "1.0.0";
        Assert.True(clone.Train(locked: true).Succeeded);
        Assert.Empty(Cards(clone)); // They are of what the project is at, and would travel with the release.
        Assert.Contains("| PenguinModel | 1.0.1 | ✓ ships 1.0.0 |", File.ReadAllText(Path.Combine(clone.Directory, "obj", "kiln", "App.summary.md")));
    }

    [Fact]
    public void A_release_that_cannot_be_shipped_says_why()
    {
        using var project = Released(out _);
        project.Version = "1.0.1";
        Assert.Matches(@"PenguinModel\.lock\.json: error KILN0040: 'PenguinModel' was never released as 1\.0\.1, but as 1\.0\.0; correct KilnVersion", Told(project.Train()));
        project.Version = "1.0.0";
        var manifest = Assert.Single(Directory.GetFiles(project.Store, "*.1.0.0.model.json"));
        var text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace("\"heldOut\": 81", "\"heldOut\": 82"));
        Assert.Contains("is not used for 'PenguinModel': its sha256 is not that of release 1.0.0", project.Train().Output);
        File.WriteAllText(manifest, "<html>");
        Assert.Contains("is not used for 'PenguinModel': it is no manifest", project.Train().Output);
        File.Delete(manifest);
        Assert.Contains("KILN0040: release 1.0.0 of 'PenguinModel' cannot be shipped: the store does not have it (", Told(project.Train()));
        File.WriteAllText(manifest, text);
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "island"));
        Assert.Contains("cannot be shipped: its code is not that of the release (definition ", Told(project.Train()));
    }

    static IEnumerable<string?> Cards(RoadProject project) => Directory.GetFiles(Path.Combine(project.Directory, "obj", "kiln")).Select(Path.GetFileName)
        .Where(file => file!.EndsWith(".cdx.json", StringComparison.Ordinal) || file.EndsWith(".model-card.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    static Contracts.Models.ModelDefinition Second
    {
        get
        {
            var model = RoadProject.Model("PenguinModel", "penguins", "species");
            return new() { Name = model.Name, Type = model.Type, Dataset = model.Dataset, Label = model.Label, Version = "1.0.1", Gates = model.Gates, Location = model.Location };
        }
    }

    /// <summary>A project that was released as 1.0.0 and trained on more data since.</summary>
    static RoadProject Released(out Dictionary<string, string> released)
    {
        var project = Trained();
        Assert.True(project.Release().Succeeded);
        released = Files(project.Models);
        project.AddRow("\"Adelie\",\"Torgersen\",38.123,18.1,180,3700,\"male\",2009");
        project.Compile(Second);
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        Assert.NotEqual(released, Files(project.Models));
        return project;
    }
}
