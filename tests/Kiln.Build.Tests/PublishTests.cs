namespace Kiln.Build.Tests;

public sealed class PublishTests(BuiltApp app) : IClassFixture<BuiltApp>
{
    readonly ConsumerProject _app = app.Project;

    [Fact]
    public void Publish_holds_the_application_Kiln_and_the_models_and_no_more()
    {
        _app.Dotnet("publish", "-o", "out/published").Succeeds();

        Assert.Equal(Penguins.AppFiles, _app.Files("out/published"));
        Assert.Contains(Penguins.Answer, _app.Start("out/published/App").Succeeds().Output);
    }

    [Fact]
    public void Publish_after_a_build_needs_no_build()
    {
        _app.Build("-c", "Release").Succeeds();

        var publish = _app.Dotnet("publish", "--no-build", "-o", "out/no-build", "-v:n").Succeeds();

        Assert.Equal(0, publish.HostStart);
        Assert.Equal(Penguins.AppFiles, _app.Files("out/no-build"));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void A_single_file_finds_its_models(string extractAll)
    {
        var directory = $"out/single-{extractAll}";
        _app.Dotnet("publish", "-o", directory, "--use-current-runtime", "--self-contained", "false",
            "-p:PublishSingleFile=true", $"-p:IncludeAllContentForSelfExtract={extractAll}", "-p:DebugType=embedded").Succeeds();

        Assert.Equal(extractAll == "true" ? [] : Penguins.ModelFiles, _app.Files($"{directory}/models"));
        Assert.Contains(Penguins.Answer, _app.Start($"{directory}/App").Succeeds().Output);
    }

    /// <summary>
    /// Without a runtime and without what nobody calls: nothing that Kiln does is found by reflection. The SDK hands its own native libraries to the linker
    /// without quotes, so its packages lie in a folder without blanks; the project does not.
    /// </summary>
    [Fact]
    public void A_native_application_predicts_the_same()
    {
        var packages = Directory.CreateTempSubdirectory("kiln-native-").FullName;
        try
        {
            _app.Dotnet("publish", "-o", "out/native", "--use-current-runtime", "-p:PublishAot=true", $"-p:RestorePackagesPath={packages}", "-warnaserror").Succeeds();
        }
        finally
        {
            // What the other tests build refers to the packages where they were restored last.
            _app.Dotnet("restore", "--force").Succeeds();
            Directory.Delete(packages, recursive: true);
        }

        Assert.DoesNotContain(_app.Files("out/native"), file => file.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Contains(Penguins.Answer, _app.Start("out/native/App").Succeeds().Output);
    }
}
