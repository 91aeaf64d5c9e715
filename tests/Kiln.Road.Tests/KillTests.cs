using System.Diagnostics;
using Kiln.Contracts.Locks;

namespace Kiln.Road.Tests;

/// <summary>A host that is killed, at whatever moment, leaves whole files or none.</summary>
public class KillTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_killed_training_leaves_nothing_half_written_and_the_next_one_succeeds()
    {
        using var project = Ready();
        foreach (var milliseconds in new[] { 60, 150, 300, 600, 900, 1_200, 1_600 })
        {
            using var host = Start(project, parent: 0);
            if (!host.WaitForExit(milliseconds))
                host.Kill();
            host.WaitForExit();
            AssertWhole(project);
        }

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        AssertWhole(project);
        Assert.True(File.Exists(project.StampPath));
        Assert.DoesNotContain(project.Snapshot().Keys, file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_training_ends_when_its_build_is_gone()
    {
        using var project = Ready();
        using var build = Process.Start(new ProcessStartInfo("sleep", "600"))!;
        using var host = Start(project, build.Id);

        build.Kill();

        Assert.True(host.WaitForExit(TimeSpan.FromMinutes(1)));
        AssertWhole(project);
    }

    static void AssertWhole(RoadProject project)
    {
        foreach (var sources in new[] { project.Directory, Path.Combine(project.Directory, "data") })
            Assert.DoesNotContain(Directory.GetFiles(sources), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        if (Directory.Exists(project.Models))
            foreach (var onnx in Directory.GetFiles(project.Models, "*.onnx"))
                Predictor(onnx);
        foreach (var file in Directory.GetFiles(project.Directory, "*.lock.json"))
            Assert.Equal("PenguinModel", LockJson.Read(File.ReadAllText(file)).Model);
    }

    /// <summary>Loading checks the hash of the file and that graph and manifest fit together.</summary>
    static Predictor Predictor(string onnx) => Kiln.Predictor.Load(
        new("App.PenguinModel", Path.GetFileNameWithoutExtension(onnx), null), Path.GetDirectoryName(onnx)!,
        ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "year"], ["island", "sex"], ["Adelie", "Chinstrap", "Gentoo"]);

    static RoadProject Ready()
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static Process Start(RoadProject project, int parent)
    {
        var responseFile = Path.Combine(project.Directory, "obj", "train.rsp");
        File.WriteAllText(responseFile, project.RequestText("train", parent));
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Kiln.Host.dll"), "@" + responseFile])
        {
            RedirectStandardOutput = true,
        })!;
    }
}
