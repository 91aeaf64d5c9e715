namespace Kiln.Build.Tests;

/// <summary>The compiler knows what was released, and training does not make it run again.</summary>
public sealed class LocksTests(Packages packages)
{
    const string Lock = "SpeciesModel.lock.json";

    [Fact]
    public void The_build_after_the_first_training_has_nothing_to_do()
    {
        var app = Penguins.App(packages);
        app.Build().Succeeds();

        app.Build("--no-restore", "-question").Succeeds();
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);
    }

    [Fact]
    public void A_version_that_is_too_low_is_told_by_the_compiler_and_once()
    {
        var app = Released();
        app.Edit("SpeciesModel.cs", text => text.Replace("\"1.0.0\"", "\"1.0.1\", Seed = 2"));

        var build = app.Build("--no-restore").Succeeds();

        Assert.Contains("SpeciesModel.cs(3,49): warning KILN3005: version 1.0.1 is too low; a minor version is due since 1.0.0", build.Output);
        Assert.DoesNotContain("SpeciesModel.cs(3,2): warning KILN3005", build.Output);
        Assert.Contains("trained, because its definition changed", build.Output);
        app.Build("--no-restore", "-question").Succeeds();
    }

    [Fact]
    public void A_lock_that_came_from_elsewhere_makes_the_compiler_look_again()
    {
        var app = Released();
        app.Edit(Lock, text => text[1..]);

        Assert.Contains($"{Lock}(2,", app.Build("--no-restore").Fails().Output.Split('\n').First(line => line.Contains("error KILN3001: the lock of 'SpeciesModel'")));
    }

    [Fact]
    public void The_compiler_of_an_editor_sees_the_lock()
    {
        var app = Released();

        var build = app.Build("--no-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:BuildingInsideVisualStudio=true", "-getItem:CscCommandLineArgs").Succeeds();

        Assert.Matches("/additionalfile:[^\"]*" + Lock.Replace(".", "\\."), build.Output);
    }

    ConsumerProject Released()
    {
        var app = Penguins.App(packages);
        app.Build("-t:KilnRelease").Succeeds();
        app.Build("--no-restore").Succeeds();
        return app;
    }
}
