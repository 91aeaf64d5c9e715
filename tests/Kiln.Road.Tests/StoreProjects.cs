namespace Kiln.Road.Tests;

/// <summary>A project whose trained model goes to a store, and what other machines have of it.</summary>
static class StoreProjects
{
    public const string LockName = "PenguinModel.lock.json";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    public static RoadProject Ready() => RoadProject.Ready(Penguins, RoadProject.Model("PenguinModel", "penguins", "species"));

    /// <summary>A project that was built, and the store that has its model.</summary>
    /// <param name="store">A folder of the project where null.</param>
    public static RoadProject Trained(string? store = null)
    {
        var project = Ready();
        project.Store = store ?? Path.Combine(project.Directory, "the störe");
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        return project;
    }

    /// <summary>What Git would give of the project to another machine, with the data beside.</summary>
    public static RoadProject Clone(RoadProject project)
    {
        var clone = Ready();
        clone.Store = project.Store;
        foreach (var file in new[] { LockName, Path.Combine("data", "penguins.schema.json") })
            if (File.Exists(project.Directory + file))
                File.Copy(project.Directory + file, clone.Directory + file, overwrite: true);
        return clone;
    }

    public static RoadProject CloneWithoutData(RoadProject project)
    {
        var clone = Clone(project);
        File.Delete(Path.Combine(clone.Directory, "data", "penguins.csv"));
        return clone;
    }

    public static string Told(RoadResult result)
    {
        Assert.False(result.Succeeded);
        return Assert.Single(result.Output.Split('\n'), line => line.Contains("KILN") && !line.StartsWith("  KILN"));
    }

    public static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file)!, file => Convert.ToHexString(File.ReadAllBytes(file)));
}
