namespace Kiln.Build.Tests;

/// <summary>What Visual Studio and other editors run when they load a project or a file is saved.</summary>
public sealed class DesignTimeTests(BuiltApp app, Packages packages) : IClassFixture<BuiltApp>
{
    static readonly string[] DesignTimeBuild =
    [
        "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
        "-p:BuildingInsideVisualStudio=true",
    ];

    [Fact]
    public void A_design_time_build_starts_no_process_even_when_all_is_missing()
    {
        var project = Penguins.App(packages);
        project.Dotnet("restore").Succeeds();

        Assert.Equal(0, project.Build(["--no-restore", .. DesignTimeBuild]).Succeeds().HostStart);
        Assert.Equal(["penguins.csv"], project.Files("data"));
        Assert.Empty(project.Files("obj/Debug/net10.0/kiln"));
        foreach (var schema in new[] { "contract.schema.json", "lock.schema.json" })
            Assert.Equal(File.ReadAllText(Path.Combine(Packages.Repository, "docs", "schemas", schema)), File.ReadAllText(project["obj/kiln/" + schema]));
    }

    [Fact]
    public void The_compiler_of_an_editor_sees_the_contracts()
    {
        var project = app.Project;
        app.FirstBuild.Succeeds();

        var build = project.Build(["--no-restore", .. DesignTimeBuild, "-getItem:CscCommandLineArgs"]).Succeeds();

        Assert.Contains("/additionalfile:", build.Output);
        Assert.Contains("penguins.schema.json", build.Output);
        Assert.Contains("build_metadata.AdditionalFiles.KilnDataset = penguins",
            File.ReadAllText(project["obj/Debug/net10.0/App.GeneratedMSBuildEditorConfig.editorconfig"]));
    }

    [Fact]
    public void Compiling_alone_starts_no_process()
    {
        var project = Penguins.App(packages);

        foreach (var file in new[] { "Guess.cs", "SpeciesModel.cs" })
            File.Delete(project[file]);
        project.Write("Program.cs", "return;");

        Assert.Equal(0, project.Build("-t:Compile").Succeeds().HostStart);
    }

    [Fact]
    public void Visual_Studios_up_to_date_check_knows_data_contracts_and_stamp()
    {
        var items = app.Project.Dotnet("msbuild", "-t:_KilnCollectUpToDateItems",
            "-getItem:UpToDateCheckInput", "-getItem:UpToDateCheckOutput").Succeeds().Output;

        foreach (var file in new[] { "penguins.csv", "penguins.schema.json", "kiln.stamp" })
            Assert.Contains(file, items);
        Assert.Contains("\"Set\": \"Kiln\"", items);
    }
}
