namespace Kiln.Build.Tests;

public sealed class ConsoleAppTests(BuiltApp app) : IClassFixture<BuiltApp>
{
    readonly ConsumerProject _app = app.Project;

    [Fact]
    public void The_first_build_infers_the_contract_then_trains()
    {
        app.FirstBuild.Succeeds();

        Assert.Equal(1, app.FirstBuild.Count("command=contracts"));
        Assert.Equal(1, app.FirstBuild.Count("command=train"));
        Assert.Equal(["penguins.csv", "penguins.schema.json"], _app.Files("data"));
        Assert.Contains("SpeciesModel.lock.json", _app.Files("."));
    }

    [Fact]
    public void The_model_lies_beside_the_program_and_answers()
    {
        app.FirstBuild.Succeeds();

        Assert.Equal(Penguins.ModelFiles, _app.Files("bin/Debug/net10.0/models"));
        Assert.Contains(Penguins.Answer, _app.Start("bin/Debug/net10.0/App").Succeeds().Output);
    }

    [Fact]
    public void Nothing_of_the_trainer_reaches_the_output()
    {
        app.FirstBuild.Succeeds();

        Assert.Equal(Penguins.AppFiles, _app.Files("bin/Debug/net10.0"));
    }

    [Fact]
    public void Editors_find_the_schemas_where_contract_and_lock_point()
    {
        app.FirstBuild.Succeeds();

        Assert.Contains("\"$schema\": \"../obj/kiln/contract.schema.json\"", File.ReadAllText(_app["data/penguins.schema.json"]));
        Assert.True(File.Exists(_app["obj/kiln/contract.schema.json"]));
        Assert.Contains("\"$schema\": \"obj/kiln/lock.schema.json\"", File.ReadAllText(_app["SpeciesModel.lock.json"]));
        Assert.True(File.Exists(_app["obj/kiln/lock.schema.json"]));
    }

    [Fact]
    public void The_report_is_printed()
    {
        var report = _app.Dotnet("build", "-t:KilnReport").Succeeds();

        Assert.Contains("MicroAccuracy", report.Output);
        Assert.Contains($"Kiln -> {_app["obj/Debug/net10.0/kiln/report.html"]}", report.Output);
    }

    /// <summary>The terminal logger shows no messages, but a line for each project with its output.</summary>
    [Fact]
    public void A_terminal_shows_what_was_trained_and_the_report()
    {
        var trained = _app.Dotnet("build", "-tl:on", "-p:KilnTrain=always").Succeeds().Output;
        var report = _app.Dotnet("build", "-t:KilnReport", "-tl:on").Succeeds().Output;

        Assert.Matches(@"Kiln .*succeeded.*: trained, because KilnTrain is always; MicroAccuracy 0\.\d+ \(.+\)", trained);
        Assert.Matches(@"Kiln .*succeeded.*obj.+report\.html\s+# Models", report);
        Assert.DoesNotMatch("succeeded.*: trained, because", report);
    }
}
