using System.Text.Json;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>The build works out which version is due, says why, and holds the declared one against it.</summary>
public class VersionTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void New_data_under_a_released_version_is_a_warning_and_in_a_locked_build_an_error()
    {
        using var project = Released();
        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");
        const string Problem = @"PenguinModel\.cs\(3,2\): {0} KILN3005: version 1\.2\.0 was already released with different content; a patch version is due since 1\.2\.0 because the data changed; "
            + @"it needs 1\.2\.1 or higher before it can be released; change Version of 'PenguinModel'";

        var open = project.Train();
        Assert.True(open.Succeeded, open.Output);
        Assert.Matches(string.Format(Problem, "warning"), open.Output);

        Assert.Matches(string.Format(Problem, "error"), project.Train(locked: true).Error);

        project.Compile(Model("1.2.1"));
        var right = project.Train();
        Assert.DoesNotMatch("(error|warning) KILN", right.Output);
        Assert.Contains("  version: patch is due since 1.2.0: the data changed", right.Output);
        Assert.Contains("Version: patch is due since 1.2.0: the data changed.", File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md")));
        Assert.True(project.Train(locked: true).Succeeded);
    }

    [Theory]
    [InlineData("1.1.9", 1, "version 1.1.9 is lower than 1.2.0, which is released")]
    [InlineData("1.1.9", 2, "version 1.1.9 is lower than 1.2.0, which is released; a minor version is due since 1.2.0 because the definition changed; use 1.3.0 or higher")]
    public void A_lower_version_is_an_error_before_anything_is_trained(string version, int seed, string problem)
    {
        using var project = Released();
        var before = project.Snapshot()["PenguinModel.lock.json"];
        project.Compile(Model(version, seed));

        var result = project.Train();

        Assert.EndsWith($"PenguinModel.cs(3,2): error KILN3006: {problem}; change Version of 'PenguinModel'", result.Error);
        Assert.Equal(0, result.Trained);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void An_experiment_after_a_release_is_built_and_needs_a_version_before_it_is_released()
    {
        using var project = Released();
        project.Compile(Model("1.2.0", seed: 2));
        const string Problem = "PenguinModel.cs(3,2): error KILN3005: version 1.2.0 was already released with different content; a minor version is due since 1.2.0 because the definition changed; "
            + "it needs 1.3.0 or higher before it can be released; change Version of 'PenguinModel'";

        Assert.EndsWith(Problem, project.Train(locked: true).Error);
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        // The compiler has said it.
        Assert.DoesNotContain("KILN3005", result.Output);
        Assert.Contains("  version: minor is due since 1.2.0: the definition changed", result.Output);
        Assert.Contains("error KILN3004: version 1.2.0 of 'PenguinModel' was already released with different content", project.Release().Error);
    }

    [Fact]
    public void A_removed_input_is_named_and_a_version_that_is_too_low_is_not_released()
    {
        using var project = Released();
        const string Problem = "KILN3005: version 1.3.0 is too low; a major version is due since 1.2.0 because input 'year' was removed; use 2.0.0 or higher";
        project.Compile(Model("1.3.0", ignore: ["year"]));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        // The compiler has said it; the build says what is due.
        Assert.DoesNotContain("KILN3005", result.Output);
        Assert.Contains("  version: major is due since 1.2.0: input 'year' was removed", result.Output);
        Assert.Contains($"error {Problem}", project.Release().Error);
        Assert.Single(project.Lock("PenguinModel").Released);

        project.Compile(Model("2.0.0", ignore: ["year"]));
        Assert.True(project.Release().Succeeded);
        Assert.Contains("  version: nothing is due since 2.0.0", project.Release().Output);
    }

    [Fact]
    public void The_manifest_has_data_and_definition_in_the_version_and_the_lock_has_not()
    {
        using var project = Released();

        var locked = project.Lock("PenguinModel");
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Models, "App.PenguinModel.model.json")));

        Assert.Equal("1.2.0", locked.Version);
        Assert.Equal($"1.2.0+data.{locked.DataHash[..8]}.def.{locked.Definition[..8]}", manifest.RootElement.GetProperty("version").GetString());
    }

    static RoadProject Released()
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(Model("1.2.0"));
        Assert.True(project.InferContracts().Succeeded);
        Assert.True(project.Release().Succeeded);
        return project;
    }

    static ModelDefinition Model(string version, int seed = 1, string[]? ignore = null) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Seed = seed, Ignore = ignore ?? [],
        Location = new("PenguinModel.cs", 3, 2),
    };
}
