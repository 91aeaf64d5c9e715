using System.Text.Json;

namespace Kiln.Build.Tests;

/// <summary>Targets of the package in a solution's folder, where every project is asked for them.</summary>
public sealed class SolutionTests(Packages packages)
{
    const string Framework = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";
    const string Reference = """<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>""";

    [Fact]
    public void A_solution_with_projects_that_have_no_models_is_released_and_reported_in_one_command()
    {
        var library = new ConsumerProject(packages, "Lib", Framework + Penguins.Dataset).WithModel();
        var app = new ConsumerProject(packages, "App", Penguins.Executable + Reference, beside: library, refersToKiln: false).Write("Program.cs", "Console.WriteLine(Guess.Species());");
        new ConsumerProject(packages, "Tests", Framework + Reference, beside: library, refersToKiln: false).Write("Tests.cs", "class Tests;");
        new ConsumerProject(packages, "Other", Framework, beside: library, refersToKiln: false).Write("Other.cs", "class Other;");
        app.Write("../Directory.Build.props", """
            <Project>
              <Target Name="KilnRelease" />
              <Target Name="KilnReport" />
            </Project>
            """);
        Solution(app, "Lib", "App", "Tests", "Other");

        var release = app.Dotnet("build", "../Shop.sln", "-v:n", "-t:KilnRelease").Succeeds();

        Assert.Equal(1, release.Count("command=release"));
        Assert.Contains("SpeciesModel 1.0.0 released: commit SpeciesModel.lock.json", release.Output);
        Assert.Contains("MicroAccuracy", app.Dotnet("build", "../Shop.sln", "-t:KilnReport").Succeeds().Output);
        app.Dotnet("build", "../Shop.sln").Succeeds();
        Assert.Contains(Penguins.Answer, app.Start("bin/Debug/net10.0/App").Succeeds().Output);
    }

    [Fact]
    public void What_a_release_is_told_on_the_command_line_reaches_the_lock()
    {
        var app = Penguins.App(packages);
        app.Write("OtherModel.cs", Penguins.Model.Replace("SpeciesModel", "OtherModel").Replace("0.8", "0.9999"));
        app.Environment["SOURCE_DATE_EPOCH"] = "1700000000";
        app.Environment["GITHUB_STEP_SUMMARY"] = app["step.md"];
        app.Build("-t:KilnRelease", "-p:KilnSummary=GitHub").Fails();

        // A build that fails is the one whose summary is looked for.
        var summary = File.ReadAllText(app["obj/Debug/net10.0/kiln/App.summary.md"]);
        Assert.Matches(@"(?s)^### Models of App\n.*\n\| OtherModel \| 1\.0\.0 \| ✗ a gate is missed \| MicroAccuracy .*\n- ✗ \[KILN4001\]", summary);
        Assert.Equal(summary, File.ReadAllText(app["step.md"]));
        app.Build("-p:KilnSummary=github").Fails();
        Assert.Equal(summary, File.ReadAllText(app["step.md"]));
        Assert.Contains($"##vso[task.uploadsummary]{app["obj/Debug/net10.0/kiln/App.summary.md"]}\n", app.Build("-p:KilnSummary=azure").Fails().Output.ReplaceLineEndings("\n"));

        var release = app.Build("-t:KilnRelease", "-p:KilnModels=\"SpeciesModel;SpeciesModel\"", "-p:KilnReleasedBy=Ann", "-p:SourceRevisionId=0123abcd").Succeeds();

        Assert.DoesNotContain("KILN4001", release.Output);
        using var locked = JsonDocument.Parse(File.ReadAllText(app["SpeciesModel.lock.json"]));
        var provenance = locked.RootElement.GetProperty("released")[0].GetProperty("provenance");
        Assert.Equal(("2023-11-14", "0123abcd", "Ann"),
            (provenance.GetProperty("date").GetString(), provenance.GetProperty("commit").GetString(), provenance.GetProperty("by").GetString()));
        using var result = JsonDocument.Parse(File.ReadAllText(app["obj/Debug/net10.0/kiln/result.json"]));
        Assert.Equal("passed", Assert.Single(result.RootElement.GetProperty("models").EnumerateArray()).GetProperty("verdict").GetString());
        Assert.False(File.Exists(app["OtherModel.lock.json"]));
    }

    static void Solution(ConsumerProject beside, params string[] projects)
    {
        beside.Dotnet("new", "sln", "-n", "Shop", "-o", "..", "--format", "sln").Succeeds();
        beside.Dotnet(["sln", "../Shop.sln", "add", .. projects.Select(project => $"../{project}/{project}.csproj")]).Succeeds();
    }
}
