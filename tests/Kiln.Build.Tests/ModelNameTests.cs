namespace Kiln.Build.Tests;

/// <summary>Two libraries of two teams with models of one name, and an application that refers to both.</summary>
public sealed class ModelNameTests(Packages packages)
{
    const string Library = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" + Penguins.Dataset;

    [Fact]
    public void Each_class_loads_its_own_model()
    {
        var (a, _, app) = Projects("TeamA", "TeamB");
        app.Write("Program.cs", """
            var a = TeamA.SpeciesModel.Load();
            var b = TeamB.SpeciesModel.Load();
            Console.WriteLine($"{a.Info.Type} {a.Info.Version[..5]}, {b.Info.Type} {b.Info.Version[..5]}");
            """);

        app.Build().Succeeds();

        Assert.Equal(
            ["TeamA.SpeciesModel.model.json", "TeamA.SpeciesModel.onnx", "TeamB.SpeciesModel.model.json", "TeamB.SpeciesModel.onnx"],
            app.Files("bin/Debug/net10.0/models"));
        Assert.Contains("TeamA.SpeciesModel 1.0.0, TeamB.SpeciesModel 2.0.0", app.Start("bin/Debug/net10.0/App").Succeeds().Output);
        Assert.True(File.Exists(a["SpeciesModel.lock.json"]));

        foreach (var ending in new[] { ".onnx", ".model.json" })
            File.Copy(app["bin/Debug/net10.0/models/TeamB.SpeciesModel" + ending], app["bin/Debug/net10.0/models/TeamA.SpeciesModel" + ending], overwrite: true);
        Assert.Contains("its manifest is of the model 'TeamB.SpeciesModel'", app.Start("bin/Debug/net10.0/App").Fails().Output);
    }

    [Fact]
    public void One_full_name_for_two_models_is_an_error_of_the_application()
    {
        var (a, b, app) = Projects("Team", "Team");
        app.Write("Program.cs", "Console.WriteLine();");

        var build = app.Build().Fails();

        string Manifest(ConsumerProject project) => project["obj/Debug/net10.0/kiln/models/Team.SpeciesModel.model.json"];
        Assert.Contains($"App.csproj : error KILN0023: models/Team.SpeciesModel.model.json would be two different models: {Manifest(a)} and {Manifest(b)}; ", build.Output);
        Assert.Empty(app.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void A_model_that_was_kept_for_a_changed_class_says_so_when_it_is_loaded()
    {
        var app = Penguins.App(packages);
        app.Build().Succeeds();
        app.Edit("SpeciesModel.cs", text => text.Replace("1.0.0", "1.0.1").Replace("0.8", "0.7")).Build("-p:KilnTrain=never").Succeeds();
        Assert.Contains(Penguins.Answer, app.Start("bin/Debug/net10.0/App").Succeeds().Output);

        app.Edit("SpeciesModel.cs", text => text.Replace("Version", "Seed = 2, Version")).Build("-p:KilnTrain=never").Succeeds();

        var run = app.Start("bin/Debug/net10.0/App").Fails();
        Assert.Contains("it was trained from another definition of 'SpeciesModel'", run.Output);
        Assert.Contains("KilnTrain=never", run.Output);
        app.Build().Succeeds();
        Assert.Contains(Penguins.Answer, app.Start("bin/Debug/net10.0/App").Succeeds().Output);
    }

    (ConsumerProject A, ConsumerProject B, ConsumerProject App) Projects(string spaceOfA, string spaceOfB)
    {
        var a = new ConsumerProject(packages, "A", Library).WithModelIn(spaceOfA, "1.0.0");
        var b = new ConsumerProject(packages, "B", Library, beside: a).WithModelIn(spaceOfB, "2.0.0");
        const string References = """<ItemGroup><ProjectReference Include="../A/A.csproj;../B/B.csproj" /></ItemGroup>""";
        return (a, b, new(packages, "App", Penguins.Executable + References, beside: a, refersToKiln: false));
    }
}
