using System.Diagnostics;

namespace Kiln.Road.Tests;

/// <summary>Many builds on one cache, and a cache that takes nothing.</summary>
public class SharedCacheTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void Builds_at_the_same_time_keep_the_same_model_and_none_fails()
    {
        using var shared = new RoadProject();
        var cache = Path.Combine(shared.Directory, "cache");
        List<RoadProject> projects = [.. Enumerable.Range(0, 4).Select(_ => Ready())];
        List<Process> hosts = [];
        try
        {
            // Twice, for what is there already is kept as well: "always" trains and puts the same again.
            foreach (var always in new[] { false, true })
            {
                hosts = [.. projects.Select(project => Start(project, cache, always))];
                foreach (var host in hosts)
                {
                    var output = host.StandardOutput.ReadToEnd();
                    host.WaitForExit();
                    Assert.True(host.ExitCode == 0, output);
                    Assert.DoesNotMatch("(error|warning) KILN", output);
                    host.Dispose();
                }
                // A model, and which rows the files hold; nothing half written.
                Assert.Equal(
                    ["evaluation.json,evidence.json,figures.json,model.onnx", "rows.json"],
                    Directory.GetFileSystemEntries(cache).Select(entry => string.Join(',', Directory.GetFileSystemEntries(entry).Select(Path.GetFileName).Order())).Order());
            }
            Assert.Single(projects.Select(project => Convert.ToHexString(project.Onnx("PenguinModel"))).Distinct());
        }
        finally
        {
            foreach (var project in projects)
                project.Dispose();
        }
    }

    [Fact]
    public void A_cache_that_takes_nothing_is_told_once_and_fails_no_build()
    {
        using var project = Ready();
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"), RoadProject.Model("IslandModel", "penguins", "island"));
        File.WriteAllText(Path.Combine(project.Directory, "obj", "cache"), "a file where the folder should be");

        var result = project.Release();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(@"App\.csproj: warning KILN0025: the trained model cannot be cached in '.+cache': .+; this build continues, .+",
            Assert.Single(result.Output.Split('\n'), line => line.Contains("KILN") && !line.StartsWith("  KILN")));
        Assert.Equal(4, Directory.GetFiles(project.Models).Length);
        Assert.Equal("1.0.0", Assert.Single(project.Lock("PenguinModel").Released).Version);
    }

    static RoadProject Ready()
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static Process Start(RoadProject project, string cache, bool always)
    {
        var own = Path.Combine(project.Directory, "obj", "cache");
        var responseFile = Path.Combine(project.Directory, "obj", "train.rsp");
        File.WriteAllText(responseFile, project.RequestText("train", parent: 0, always).Replace($"cache={own}", $"cache={cache}"));
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Kiln.Host.dll"), "@" + responseFile])
        {
            RedirectStandardOutput = true,
        })!;
    }
}
