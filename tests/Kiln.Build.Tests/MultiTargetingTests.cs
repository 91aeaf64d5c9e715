namespace Kiln.Build.Tests;

public sealed class MultiTargetingTests(Packages packages)
{
    const string Library = "<PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup>" + Penguins.Dataset;

    [Theory]
    [InlineData("-m:1")]
    [InlineData("-m:4")]
    [InlineData("-graph")]
    public void Two_frameworks_are_trained_once_and_both_have_the_model(string how)
    {
        var library = Create();

        var build = library.Build("-restore", how).Succeeds();

        Assert.Equal(1, build.Count("command=contracts"));
        Assert.Equal(1, build.Count("command=train"));
        Assert.Equal(Penguins.ModelFiles, library.Files("bin/Debug/net8.0/models"));
        Assert.Equal(Penguins.ModelFiles, library.Files("bin/Debug/net10.0/models"));
        library.Build("--no-restore", how, "-question").Succeeds();
        Assert.Equal(1, library.Build("--no-restore", how, "-t:Rebuild").Succeeds().HostStart);
        Assert.Equal(Penguins.ModelFiles, library.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void A_framework_that_does_not_train_asks_the_one_that_does()
    {
        var library = Create();

        library.Build("-f", "net10.0").Succeeds();
        Assert.Equal(Penguins.ModelFiles, library.Files("bin/Debug/net10.0/models"));
        Assert.Empty(library.Files("bin/Debug/net8.0"));

        library.Dotnet("publish", "-c", "Debug", "-f", "net10.0", "--no-build", "-o", "out").Succeeds();
        Assert.Equal(Penguins.ModelFiles, library.Files("out/models"));
    }

    [Fact]
    public void The_package_holds_the_models_once()
    {
        var library = Create();
        library.Dotnet("pack", "-o", "out").Succeeds();

        Assert.Equal(
            [
                "buildTransitive/Multi.targets", "kiln/SpeciesModel.lock.json", "kiln/data/penguins.schema.json", "kiln/report.md",
                "lib/net10.0/Multi.dll", "lib/net8.0/Multi.dll", "models/SpeciesModel.model.json", "models/SpeciesModel.onnx",
            ],
            Package.Entries(library["out/Multi.1.0.0.nupkg"]));
        var nuspec = Package.Nuspec(library["out/Multi.1.0.0.nupkg"]);
        Assert.Equal(["Kiln.Runtime", "Kiln.Runtime"], nuspec.Dependencies().Select(dependency => dependency.Attribute("id")!.Value));
        Assert.Equal("kiln/report.md", nuspec.Value("readme"));
    }

    [Fact]
    public void Kilns_targets_work_on_the_whole_project()
    {
        var library = Create();

        Assert.Equal(1, library.Build("-t:KilnTrain").Succeeds().Count("command=train"));
        Assert.Contains("MicroAccuracy", library.Dotnet("build", "-t:KilnReport").Succeeds().Output);
        var release = library.Build("-t:KilnRelease").Succeeds();
        Assert.Equal((0, 1), (release.Count("command=train"), release.Count("command=release")));
        Assert.Contains("SpeciesModel 1.0.0 released", release.Output);
        Assert.Equal(0, library.Build("-t:KilnTrain").Succeeds().HostStart);
        library.Dotnet("build", "-t:KilnCleanCache").Succeeds();
        Assert.Empty(library.Files("obj/kiln/cache"));
    }

    ConsumerProject Create() => new ConsumerProject(packages, "Multi", Library).WithModel();
}
