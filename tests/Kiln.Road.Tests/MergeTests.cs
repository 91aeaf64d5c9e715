using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Two branches change something else about one model; Git merges what people wrote, and the next build repairs what the build wrote.</summary>
public class MergeTests
{
    const string LockName = "PenguinModel.lock.json";
    const string Row = "Adelie,Torgersen,39.1,18.7,181,3750,male,2007";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void The_next_build_repairs_the_lock()
    {
        using var project = Repository();
        Branch(project, "data", "1.0.1", seed: 1, release: false, () => project.AddRow(Row));
        Branch(project, "seed", "1.1.0", seed: 2, release: false, () => { });

        Assert.Equal(LockName + "\n", Merge(project));
        Assert.EndsWith($"{Row}\n", File.ReadAllText(Path.Combine(project.Directory, "data", "penguins.csv")));
        Assert.Matches(@"PenguinModel\.lock\.json\(\d+,1\): error KILN3001: the lock has merge conflicts, .+; run dotnet build -p:KilnLocked=false .+", project.Train(locked: true).Error);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(@"PenguinModel\.lock\.json\(\d+,1\): warning KILN3001: the lock had merge conflicts; .+", result.Output);
        using var fresh = Fresh();
        Assert.Equal((fresh.Lock("PenguinModel").Artifact, fresh.Lock("PenguinModel").Definition), (project.Lock("PenguinModel").Artifact, project.Lock("PenguinModel").Definition));
        Assert.Equal(["1.0.0"], project.Lock("PenguinModel").Released.Select(release => release.Version));
        Assert.True(project.Train(locked: true).Succeeded);
    }

    [Fact]
    public void The_versions_that_both_sides_released_are_kept()
    {
        using var project = Repository();
        Branch(project, "data", "1.0.1", seed: 1, release: true, () => project.AddRow(Row));
        Branch(project, "seed", "1.1.0", seed: 2, release: true, () => { });
        Merge(project);
        project.Compile(Model("1.2.0", seed: 2));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var released = project.Lock("PenguinModel").Released;
        Assert.Equal(["1.0.0", "1.0.1", "1.1.0"], released.Select(release => release.Version).Order());
        Assert.Equal("1.1.0", Assert.Single(released, release => release.Baseline is not null).Version);
    }

    [Fact]
    public void One_content_that_both_sides_released_on_other_days_is_the_release_of_the_first()
    {
        using var project = Repository();
        project.Settings = ["epoch=1700000000"];
        Branch(project, "data", "1.0.1", seed: 1, release: true, () => project.AddRow(Row));
        project.Settings = ["epoch=1710000000"];
        Branch(project, "late", "1.0.1", seed: 1, release: true, () => project.AddRow(Row));
        Merge(project);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var released = project.Lock("PenguinModel").Released;
        Assert.Equal(["1.0.0", "1.0.1"], released.Select(release => release.Version));
        Assert.Equal("2023-11-14", released[1].Provenance!.Date);
    }

    [Fact]
    public void One_version_that_both_sides_released_as_something_else_is_an_error_and_the_lock_is_kept()
    {
        using var project = Repository();
        Branch(project, "data", "1.1.0", seed: 1, release: true, () => project.AddRow(Row));
        Branch(project, "seed", "1.1.0", seed: 2, release: true, () => { });
        Merge(project);
        var before = project.Snapshot()[LockName];

        Assert.Matches(@"PenguinModel\.lock\.json\(\d+,1\): error KILN3001: version 1\.1\.0 was released on both sides .+", project.Train().Error);
        Assert.Equal(before, project.Snapshot()[LockName]);
    }

    /// <summary>The commands are those of the error and of docs/versions.md.</summary>
    [Theory]
    [InlineData(false, "MERGE_HEAD", 1)]
    [InlineData(false, "HEAD", 2)]
    [InlineData(true, "HEAD^2", 1)]
    [InlineData(true, "HEAD^1", 2)]
    public void One_side_keeps_the_version_and_the_merge_is_released_as_the_next(bool driver, string side, int seed)
    {
        using var project = Repository(driver);
        Branch(project, "data", "1.1.0", seed: 1, release: true, () => project.AddRow(Row));
        Branch(project, "seed", "1.1.0", seed: 2, release: true, () => { });
        if (driver)
            MergeWithoutStop(project);
        else
            Merge(project);
        Assert.Contains($"git checkout MERGE_HEAD -- {LockName}", project.Train().Error);

        Git.Succeed(project.Directory, "checkout", side, "--", LockName);
        project.Compile(Model("1.2.0", seed: 2));
        var result = project.Release();

        Assert.True(result.Succeeded, result.Output);
        var released = project.Lock("PenguinModel").Released;
        Assert.Equal(["1.0.0", "1.1.0", "1.2.0"], released.Select(release => release.Version));
        Assert.Equal(seed == 1, released[0].Content.Definition == released[1].Content.Definition);
    }

    [Fact]
    public void With_the_driver_a_merge_does_not_stop_and_the_next_build_repairs_the_lock()
    {
        using var project = Repository(driver: true);
        Branch(project, "data", "1.0.1", seed: 1, release: true, () => project.AddRow(Row));
        Branch(project, "seed", "1.1.0", seed: 2, release: true, () => { });

        MergeWithoutStop(project);
        Assert.Contains("the lock has merge conflicts", project.Train(locked: true).Error);
        project.Compile(Model("1.2.0", seed: 2));
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("warning KILN3001: the lock had merge conflicts", result.Output);
        Assert.Equal(["1.0.0", "1.0.1", "1.1.0"], project.Lock("PenguinModel").Released.Select(release => release.Version).Order());
    }

    /// <param name="driver">Whether it has the merge driver of docs/versions.md.</param>
    static RoadProject Repository(bool driver = false)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        File.WriteAllText(Path.Combine(project.Directory, ".gitignore"), "obj/\n");
        project.Compile(Model("1.0.0", seed: 1));
        Assert.True(project.InferContracts().Succeeded);
        Assert.True(project.Release().Succeeded);
        Git.Succeed(project.Directory, "init", "-q", "-b", "main");
        if (driver)
        {
            File.WriteAllText(Path.Combine(project.Directory, ".gitattributes"), "*.lock.json merge=kiln\n*.csv -text\n");
            Git.Succeed(project.Directory, "config", "merge.kiln.driver", "git merge-file -q %A %O %B || true");
        }
        Commit(project);
        return project;
    }

    /// <summary>A branch off main, built and committed.</summary>
    static void Branch(RoadProject project, string name, string version, int seed, bool release, Action edit)
    {
        Git.Succeed(project.Directory, "checkout", "-q", "-b", name, "main");
        edit();
        project.Compile(Model(version, seed));
        var result = release ? project.Release() : project.Train();
        Assert.True(result.Succeeded, result.Output);
        Commit(project);
    }

    /// <summary>Merges the data into the branch with the other seed.</summary>
    /// <returns>The files that conflict.</returns>
    static string Merge(RoadProject project)
    {
        Assert.Equal(1, Git.Run(project.Directory, "merge", "data").ExitCode);
        return Git.Succeed(project.Directory, "diff", "--name-only", "--diff-filter=U");
    }

    static void MergeWithoutStop(RoadProject project)
    {
        Git.Succeed(project.Directory, "merge", "-q", "data");
        Assert.Equal("", Git.Succeed(project.Directory, "status", "--porcelain"));
    }

    static void Commit(RoadProject project)
    {
        Git.Succeed(project.Directory, "add", "-A");
        Git.Succeed(project.Directory, "commit", "-q", "-m", "Change");
    }

    /// <summary>What both branches amount to, trained without either.</summary>
    static RoadProject Fresh()
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        Assert.True(project.InferContracts().Succeeded);
        project.AddRow(Row);
        project.Compile(Model("1.1.0", seed: 2));
        Assert.True(project.Train().Succeeded);
        return project;
    }

    static ModelDefinition Model(string version, int seed) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Seed = seed, Location = new("PenguinModel.cs", 3, 2),
    };
}
