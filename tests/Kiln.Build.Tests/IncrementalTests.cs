namespace Kiln.Build.Tests;

public sealed class IncrementalTests(BuiltApp app) : IClassFixture<BuiltApp>
{
    const string Trained = "trained, because";

    readonly ConsumerProject _app = UpToDate(app);

    [Fact]
    public void A_second_build_starts_no_process_and_has_nothing_to_ask()
    {
        Assert.Equal(0, _app.Build().Succeeds().HostStart);
        _app.Build("--no-restore", "-question").Succeeds();
    }

    [Fact]
    public void A_comment_compiles_and_does_not_retrain()
    {
        _app.Edit("SpeciesModel.cs", text => "// Three species.\n" + text);

        var build = _app.Build().Succeeds();

        Assert.Equal(1, build.HostStart);
        Assert.DoesNotContain(Trained, build.Output);
        Assert.Equal(0, _app.Build().Succeeds().HostStart);
    }

    [Fact]
    public void Touched_data_does_not_retrain()
    {
        File.SetLastWriteTimeUtc(_app["data/penguins.csv"], DateTime.UtcNow);

        Assert.DoesNotContain(Trained, _app.Build().Succeeds().Output);
        Assert.Equal(0, _app.Build().Succeeds().HostStart);
    }

    [Fact]
    public void Changed_data_retrains()
    {
        File.AppendAllText(_app["data/penguins.csv"], "\"Adelie\",\"Torgersen\",38.123,18.1,180,3700,\"male\",2009\n");

        Assert.Contains($"{Trained} the data changed", _app.Build().Succeeds().Output);
    }

    [Fact]
    public void Data_replaced_by_an_older_file_retrains()
    {
        File.AppendAllText(_app["data/penguins.csv"], "\"Adelie\",\"Torgersen\",38.456,18.1,180,3700,\"male\",2009\n");
        File.SetLastWriteTimeUtc(_app["data/penguins.csv"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Contains($"{Trained} the data changed", _app.Build().Succeeds().Output);
        Assert.Equal(0, _app.Build().Succeeds().HostStart);
    }

    [Fact]
    public void A_changed_definition_retrains()
    {
        _app.Edit("SpeciesModel.cs", text => text.Replace("Version =", "Seed = 2, Version ="));

        Assert.Contains($"{Trained} its definition changed", _app.Build().Succeeds().Output);
        _app.Edit("SpeciesModel.cs", text => text.Replace("Seed = 2, ", ""));
    }

    [Theory]
    [InlineData("obj/Debug/net10.0/kiln/models/SpeciesModel.onnx")]
    [InlineData("obj/Debug/net10.0/kiln/models/SpeciesModel.model.json")]
    [InlineData("bin/Debug/net10.0/models/SpeciesModel.onnx")]
    [InlineData("SpeciesModel.lock.json")]
    public void What_is_deleted_comes_back_as_it_was(string path)
    {
        var before = File.ReadAllBytes(_app[path]);
        File.Delete(_app[path]);

        var build = _app.Build().Succeeds();

        Assert.Equal(before, File.ReadAllBytes(_app[path]));
        Assert.DoesNotContain(Trained, build.Output);
    }

    [Fact]
    public void A_deleted_contract_is_inferred_again()
    {
        File.Delete(_app["data/penguins.schema.json"]);

        Assert.Equal(1, _app.Build().Succeeds().Count("command=contracts"));
        Assert.True(File.Exists(_app["data/penguins.schema.json"]));
        Assert.Equal(0, _app.Build().Succeeds().HostStart);
    }

    [Fact]
    public void An_unchanged_build_changes_no_byte_of_what_is_committed()
    {
        var before = Committed();
        File.SetLastWriteTimeUtc(_app["data/penguins.csv"], DateTime.UtcNow);
        _app.Build().Succeeds();

        Assert.Equal(before, Committed());

        string[] Committed() => [File.ReadAllText(_app["data/penguins.schema.json"]), File.ReadAllText(_app["SpeciesModel.lock.json"])];
    }

    static ConsumerProject UpToDate(BuiltApp app)
    {
        app.Project.Build("--no-restore").Succeeds();
        return app.Project;
    }
}
