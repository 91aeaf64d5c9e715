namespace Kiln.Build.Tests;

public sealed class CleanTests(BuiltApp app) : IClassFixture<BuiltApp>
{
    readonly ConsumerProject _app = app.Project;

    [Fact]
    public void Clean_takes_the_models_and_leaves_the_cache()
    {
        _app.Build().Succeeds();
        _app.Dotnet("clean").Succeeds();

        Assert.Empty(_app.Files("bin/Debug/net10.0/models"));
        Assert.Empty(_app.Files("obj/Debug/net10.0/kiln"));
        Assert.NotEmpty(_app.Files("obj/kiln/cache"));

        var build = _app.Build().Succeeds();
        Assert.DoesNotContain("trained, because", build.Output);
        Assert.Equal(Penguins.ModelFiles, _app.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void Rebuild_ends_with_the_models_in_place()
    {
        Assert.Equal(1, _app.Build("-t:Rebuild").Succeeds().HostStart);
        Assert.Equal(Penguins.ModelFiles, _app.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void Without_its_cache_a_rebuild_trains()
    {
        _app.Dotnet("build", "-t:KilnCleanCache").Succeeds();
        Assert.Empty(_app.Files("obj/kiln/cache"));

        Assert.Contains("trained, because", _app.Build("-t:Rebuild").Succeeds().Output);
    }
}
