namespace Kiln.Build.Tests;

public sealed class SettingsTests(BuiltApp app, Packages packages) : IClassFixture<BuiltApp>
{
    readonly ConsumerProject _app = app.Project;

    [Fact]
    public void Always_trains_every_time()
    {
        app.FirstBuild.Succeeds();

        Assert.Contains("trained, because", _app.Build("-p:KilnTrain=always").Succeeds().Output);
        Assert.Contains("trained, because", _app.Build("-p:KilnTrain=Always").Succeeds().Output);
    }

    [Fact]
    public void Never_ships_the_models_there_are()
    {
        app.FirstBuild.Succeeds();
        File.SetLastWriteTimeUtc(_app["data/penguins.csv"], DateTime.UtcNow);
        File.Delete(_app["bin/Debug/net10.0/models/SpeciesModel.onnx"]);

        var build = _app.Build("-p:KilnTrain=never").Succeeds();

        Assert.Equal(0, build.HostStart);
        Assert.DoesNotContain("KILN", build.Output.Replace("KILN_", ""));
        Assert.Equal(Penguins.ModelFiles, _app.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void Never_says_when_there_is_nothing_to_ship()
    {
        var project = Penguins.App(packages).Write("data/penguins.schema.json", File.ReadAllText(Contract()));

        var build = project.Build("-p:KilnTrain=never").Succeeds();

        Assert.Equal(0, build.HostStart);
        Assert.Contains("App.csproj : warning KILN0008: ", build.Output);
    }

    [Fact]
    public void Never_says_when_a_contract_is_missing()
    {
        var build = Penguins.App(packages).Build("-p:KilnTrain=never").Fails();

        Assert.Equal(0, build.HostStart);
        Assert.Contains("penguins.schema.json' does not exist", build.Output);
    }

    [Fact]
    public void Skip_compiles_and_does_no_more()
    {
        var project = Penguins.App(packages).Write("data/penguins.schema.json", File.ReadAllText(Contract()));

        var build = project.Build("-p:KilnSkip=true").Succeeds();

        Assert.Equal(0, build.HostStart);
        Assert.Empty(project.Files("bin/Debug/net10.0/models"));
        Assert.Empty(project.Files("obj/Debug/net10.0/kiln"));
    }

    [Theory]
    [InlineData("KilnTrain=sometimes")]
    [InlineData("KilnLocked=perhaps")]
    [InlineData("KilnVerbosity=loud")]
    [InlineData("KilnTimeout=soon")]
    [InlineData("KilnThreads=-1")]
    [InlineData("KilnAnalysisMode=loud")]
    [InlineData("KilnReleaseRows=some")]
    [InlineData("KilnBump=major")]
    [InlineData("KilnSummary=gitlab")]
    [InlineData("SOURCE_DATE_EPOCH=yesterday")]
    public void A_value_that_is_none_is_an_error_in_the_project(string setting)
    {
        var build = _app.Build("--no-restore", $"-p:{setting}").Fails();

        Assert.Equal(0, build.HostStart);
        Assert.Contains($"App.csproj : error KILN0007: {setting.Split('=')[0]} is '{setting.Split('=')[1]}'", build.Output);
    }

    [Fact]
    public void Every_value_that_is_none_is_told_where_it_is_written()
    {
        var project = Penguins.App(packages);
        project.Edit("App.csproj", text => text
            .Replace("<ImplicitUsings>", "<KilnVerbosity>loud</KilnVerbosity>\n    <KilnTrain>nevr</KilnTrain>\n    <ImplicitUsings>")
            .Replace("<Dataset Include=\"data/penguins.csv\"", "<Dataset Include=\"data/penguins.csv\" Merge=\"Appnd\""));
        project.Write("Directory.Build.props", "<Project>\n  <PropertyGroup>\n    <KilnThreads>many</KilnThreads>\n  </PropertyGroup>\n</Project>");

        var build = project.Build("-p:KilnTimeout=soon").Fails();

        Assert.Equal(0, build.HostStart);
        string At(string file, string text) => $"{file}({Line(file, text)})";
        Assert.Contains($"{At("App.csproj", "<KilnVerbosity>")}: error KILN0007: KilnVerbosity is 'loud'", build.Output);
        Assert.Contains($"{At("App.csproj", "<KilnTrain>")}: error KILN0007: KilnTrain is 'nevr'", build.Output);
        Assert.Contains($"{At("App.csproj", "Merge=")}: error KILN0007: Merge of dataset 'data/penguins.csv' is 'Appnd'", build.Output);
        Assert.Contains("Directory.Build.props(3,5): error KILN0007: KilnThreads is 'many'", build.Output);
        Assert.Contains("App.csproj : error KILN0007: KilnTimeout is 'soon'", build.Output);

        string Line(string file, string text)
        {
            var lines = File.ReadAllLines(project[file]);
            var line = Array.FindIndex(lines, one => one.Contains(text, StringComparison.Ordinal));
            return $"{line + 1},{lines[line].IndexOf(text, StringComparison.Ordinal) + 1}";
        }
    }

    [Fact]
    public void A_build_inside_the_trainer_starts_no_other()
    {
        File.SetLastWriteTimeUtc(_app["data/penguins.csv"], DateTime.UtcNow);

        Assert.Equal(0, _app.Build("-p:KILN_HOST=1").Succeeds().HostStart);
    }

    string Contract()
    {
        app.FirstBuild.Succeeds();
        return _app["data/penguins.schema.json"];
    }
}
