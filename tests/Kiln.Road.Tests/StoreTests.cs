using static Kiln.Road.Tests.StoreProjects;

namespace Kiln.Road.Tests;

/// <summary>A model goes from where the data are to where they are not; nothing that a store says is believed against the lock.</summary>
public class StoreTests
{
    [Fact]
    public void A_clone_without_the_data_gets_the_locked_model_byte_for_byte()
    {
        using var trained = Trained();
        using var clone = CloneWithoutData(trained);

        var result = clone.Train(locked: true);

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("PenguinModel 1.0.0: fetched from the store, because this machine does not have the locked model yet", result.Output);
        Assert.DoesNotMatch("(error|warning) KILN", result.Output);
        Assert.Equal(Files(trained.Models), Files(clone.Models));
        Assert.Equal(File.ReadAllText(trained.Directory + LockName), File.ReadAllText(clone.Directory + LockName));
        Assert.DoesNotContain("PenguinModel", clone.Train(locked: true).Output);
        // Who may write may also have lost a file by mistake.
        Assert.Matches(@"App\.csproj\(2,\d+\): warning KILN1001: the data of dataset 'penguins' \('data/penguins\.csv'\) are not on this machine, .+", clone.Train().Output);
        Assert.Equal(File.ReadAllText(trained.Directory + LockName), File.ReadAllText(clone.Directory + LockName));
    }

    [Fact]
    public void A_model_of_the_cache_is_put_into_a_store_that_is_named_later()
    {
        using var project = Ready();
        Assert.True(project.Train().Succeeded);
        project.Store = Path.Combine(project.Directory, "store");

        var result = project.Train();

        Assert.Contains("PenguinModel 1.0.0: up to date", result.Output);
        using var clone = CloneWithoutData(project);
        Assert.True(clone.Train(locked: true).Succeeded);
        Assert.Equal(project.Onnx("PenguinModel"), clone.Onnx("PenguinModel"));
    }

    [Fact]
    public void Who_fetches_trains_nothing_though_the_data_are_there()
    {
        using var trained = Trained();
        using var other = Clone(trained);
        File.WriteAllText(Path.Combine(other.Directory, "data", "penguins.csv"), "not,even\na,table,at all\n");
        other.Fetches = true;

        Assert.True(other.Train(locked: true).Succeeded);
        Assert.Equal(Files(trained.Models), Files(other.Models));

        other.Fetches = false;
        Assert.False(other.Train(locked: true).Succeeded); // What was fetched is not taken for what was read.
    }

    [Fact]
    public void Without_data_what_cannot_be_had_is_said_at_the_model_with_the_reason()
    {
        using var trained = Trained();
        using var clone = CloneWithoutData(trained);

        clone.Store = "";
        Assert.Matches(@"PenguinModel\.cs\(3,2\): error KILN0040: there is no model for 'PenguinModel': the data of 'penguins' \('data/penguins\.csv'\) are not on this machine, "
            + "and the cache does not have the locked artifact [0-9a-f]{8}, and there is no store, which KilnStorePath would name; .+", Told(clone.Train()));
        clone.Store = Path.Combine(clone.Directory, "empty");
        Assert.Contains("and the store does not have it (", Told(clone.Train()));
        clone.Store = trained.Store;
        Assert.Contains("KILN0040: there is no model for 'PenguinModel': the data of 'penguins' ('data/penguins.csv') are not on this machine, and a release needs them", Told(clone.Release()));
        clone.Compile(RoadProject.Model("PenguinModel", "penguins", "island"));
        Assert.Contains("and its definition changed since the lock was written; train it where they are", Told(clone.Train()));
        clone.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));
        clone.Replace(LockName, "\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"");
        Assert.Contains("and its version changed since the lock was written (1.0.1 → 1.0.0)", Told(clone.Train()));
        clone.Replace(LockName, "  \"version\": \"1.0.1\",", "<<<<<<< ours\n  \"version\": \"1.0.0\",\n=======\n  \"version\": \"1.0.1\",\n>>>>>>> theirs");
        Assert.Contains("and its lock has merge conflicts", clone.Train().Output);
        File.Delete(clone.Directory + LockName);
        Assert.Contains("and it has no lock, so it was never trained", Told(clone.Train()));
    }

    [Theory]
    [InlineData("poisoned", "its SHA-256 is")]
    [InlineData("truncated", "its SHA-256 is")]
    [InlineData("foreign", "it is of another model")]
    [InlineData("error page", "a value")]
    public void What_a_store_has_that_is_not_the_locked_model_is_refused_by_name_and_trained_where_that_can_be(string fault, string said)
    {
        using var trained = Trained();
        var onnx = Assert.Single(Directory.GetFiles(trained.Store, "*.onnx"));
        var training = Assert.Single(Directory.GetFiles(trained.Store, "*.json"));
        switch (fault)
        {
            case "poisoned": Flip(onnx); break;
            case "truncated": File.WriteAllBytes(onnx, File.ReadAllBytes(onnx)[..^1]); break;
            case "foreign": File.WriteAllText(training, File.ReadAllText(training).Replace("App.PenguinModel", "App.OtherModel")); break;
            default: File.WriteAllText(training, "<html>It works!</html>"); break;
        }
        using var clone = CloneWithoutData(trained);

        var lines = clone.Train(locked: true).Output.Split('\n').Where(line => line.Contains("KILN") && !line.StartsWith("  KILN")).ToList();

        Assert.Matches(@"App\.csproj: warning KILN0039: '[0-9a-f]{64}\.(json|onnx)' of the store .+ is not used for 'PenguinModel': .*" + said, lines[0]);
        Assert.Contains("KILN0040: there is no model for 'PenguinModel': the data of 'penguins' ('data/penguins.csv') are not on this machine, and the cache does not have the locked artifact", lines[1]);
        Assert.Equal(2, lines.Count);
        using var withData = Clone(trained);
        var healed = withData.Train(locked: true);
        Assert.True(healed.Succeeded, healed.Output);
        Assert.Contains("KILN0039", healed.Output);
        Assert.True(CloneWithoutData(trained).Train(locked: true).Succeeded);
    }

    [Fact]
    public void What_a_store_says_of_measurements_is_held_against_the_lock()
    {
        using var trained = Trained();
        using var clone = CloneWithoutData(trained);
        clone.Replace(LockName, "\"heldOut\": 81", "\"heldOut\": 82");

        var result = clone.Train(locked: true);

        Assert.False(result.Succeeded);
        Assert.Contains("it is not the locked model (heldOut 82 → 81)", result.Output);
    }

    [Fact]
    public void A_store_that_takes_nothing_is_told_once_and_the_build_goes_on()
    {
        using var project = Ready();
        project.Store = Path.Combine(project.Directory, "file");
        File.WriteAllText(project.Store, "a file where the folder should be");
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"), RoadProject.Model("IslandModel", "penguins", "island"));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(@"App\.csproj: warning KILN0038: the store of trained models cannot be used: .+file: the folder cannot be written: .+; the build goes on without it",
            Assert.Single(result.Output.Split('\n'), line => line.Contains("KILN") && !line.StartsWith("  KILN")));
        Assert.Equal(4, Directory.GetFiles(project.Models).Length);
    }

    [Fact]
    public void A_release_is_put_into_the_store_or_is_none()
    {
        using var project = Ready();
        Assert.True(project.Train().Succeeded);
        project.Store = Path.Combine(project.Directory, "file");
        File.WriteAllText(project.Store, "a file where the folder should be");

        Assert.Matches("App\\.csproj: error KILN0038: .+; nothing was recorded as released of 'PenguinModel', release again when the store can be used", Told(project.Release()));
        Assert.Empty(project.Lock("PenguinModel").Released);

        project.Store += "s";
        Assert.True(project.Release().Succeeded);
        Assert.Single(project.Lock("PenguinModel").Released);
        using var clone = CloneWithoutData(project);
        Assert.True(clone.Train(locked: true).Succeeded);
        Assert.Equal(project.Onnx("PenguinModel"), clone.Onnx("PenguinModel"));
    }

    static void Flip(string file)
    {
        var content = File.ReadAllBytes(file);
        content[content.Length / 2] ^= 1;
        File.WriteAllBytes(file, content);
    }
}
