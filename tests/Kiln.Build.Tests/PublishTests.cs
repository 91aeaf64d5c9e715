namespace Kiln.Build.Tests;

public sealed class PublishTests(BuiltApp app) : IClassFixture<BuiltApp>
{
    static readonly string[] Published =
        ["App", "App.deps.json", "App.dll", "App.pdb", "App.runtimeconfig.json", "Kiln.dll", "models/SpeciesModel.model.json", "models/SpeciesModel.onnx"];

    readonly ConsumerProject _app = app.Project;

    [Fact]
    public void Publish_holds_the_application_Kiln_and_the_models_and_no_more()
    {
        _app.Dotnet("publish", "-o", "out/published").Succeeds();

        Assert.Equal(Published, _app.Files("out/published"));
        Assert.Contains(Penguins.Answer, _app.Start("out/published/App").Succeeds().Output);
    }

    [Fact]
    public void Publish_after_a_build_needs_no_build()
    {
        _app.Build("-c", "Release").Succeeds();

        var publish = _app.Dotnet("publish", "--no-build", "-o", "out/no-build", "-v:n").Succeeds();

        Assert.Equal(0, publish.TrainerStarts);
        Assert.Equal(Published, _app.Files("out/no-build"));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void A_single_file_finds_its_models(string extractAll)
    {
        var directory = $"out/single-{extractAll}";
        _app.Dotnet("publish", "-o", directory, "--use-current-runtime", "--self-contained", "false", "-p:PublishSingleFile=true", "-p:DebugType=embedded",
            $"-p:IncludeAllContentForSelfExtract={extractAll}").Succeeds();

        Assert.Equal(extractAll == "true" ? ["App"] : ["App", "models/SpeciesModel.model.json", "models/SpeciesModel.onnx"], _app.Files(directory));
        Assert.Contains(Penguins.Answer, _app.Start($"{directory}/App").Succeeds().Output);
    }
}
