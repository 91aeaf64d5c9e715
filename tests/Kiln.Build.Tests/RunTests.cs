namespace Kiln.Build.Tests;

/// <summary>Tries that are kept and compared, on the machine that made them and on a colleague's without the data.</summary>
public sealed class RunTests(Packages packages)
{
    const string Body = """
        <PropertyGroup><KilnStorePath>../störe</KilnStorePath></PropertyGroup>
        <ItemGroup><Dataset Include="data/penguins.csv" /></ItemGroup>
        """;

    [Fact]
    public void Runs_are_kept_whether_gates_are_met_or_not_and_compared_with_the_release_and_by_a_colleague()
    {
        var app = Penguins.App(packages, Penguins.Executable + Body);
        Assert.Contains("No run is kept. Change the model and keep a try: dotnet build -p:KilnRun=name", app.Build("-t:KilnCompare").Succeeds().Output);
        app.Build("-t:KilnRelease").Succeeds();
        foreach (var name in new[] { "a/b", "nul.x", "..", "é" })
            Assert.Contains("error KILN0007: KilnRun is '" + name + "', which cannot name a run; use up to 64 letters and digits of ASCII", app.Build("-p:KilnRun=" + name).Fails().Output);
        foreach (var (with, why) in new[] { ("-p:KilnVersion=1.0.0", "with KilnVersion '1.0.0' a released model is shipped"), ("-t:KilnRelease", "a release keeps no run") })
            Assert.Contains("App.csproj : error KILN0007: KilnRun is 'none', but " + why, app.Build("--no-restore", "-p:KilnRun=none", with).Fails().Output);
        Assert.False(Directory.Exists(app["obj/kiln/runs/none"]));

        app.Edit("SpeciesModel.cs", text => text.Replace("\"1.0.0\"", "\"1.1.0\", Trainer = Trainer.Linear"));
        Assert.Contains("SpeciesModel 1.1.0: run linear kept, and put into the store; dotnet build -t:KilnCompare compares",
            app.Build("-p:KilnRun=linear", "-p:KilnPushRun=true").Succeeds().Output);
        app.Edit("SpeciesModel.cs", text => text.Replace("0.8", "0.9999"));
        app.Build("-p:KilnRun=strict").Fails();
        app.Edit("SpeciesModel.cs", text => text.Replace("0.9999", "0.7").Replace("Trainer.Linear", "Trainer.LightGbm"));

        var compared = app.Build("-t:KilnCompare").Succeeds().Output;

        Assert.Equal(
            ["SpeciesModel.json", "SpeciesModel.report.html", "SpeciesModel.report.md"], app.Files("obj/kiln/runs/strict"));
        var page = File.ReadAllText(app["obj/Debug/net10.0/kiln/compare.md"]);
        Assert.Contains(page.TrimEnd().Split('\n')[^1], compared);
        Assert.Matches(@"\| lock +\| .*not comparable: the definition changed since; build to train it *\|", page);
        Assert.Matches(@"\| release 1\.0\.0 +\| [^\n]* \d+ +\|  +\|\n\| run linear +\| [^\n]*\*\*", page);
        Assert.Matches(@"\| run strict +\| [^\n]*a gate missed *\|", page);
        Assert.Contains("- run linear, other than today: trainer: Linear → LightGbm; gates: metric MicroAccuracy atLeast 0.8 → none, none → metric MicroAccuracy atLeast 0.7\n", page);
        Assert.DoesNotContain(app.Directory, File.ReadAllText(app["obj/kiln/runs/linear/SpeciesModel.json"]));

        // A colleague has no data, and has other rows in the lock.
        var clone = new ConsumerProject(packages, "Clone", Penguins.Executable + Body, beside: app)
            .Write("SpeciesModel.cs", File.ReadAllText(app["SpeciesModel.cs"])).Write("Program.cs", "Console.WriteLine();")
            .Write("SpeciesModel.lock.json", File.ReadAllText(app["SpeciesModel.lock.json"]))
            .Write("data/penguins.schema.json", File.ReadAllText(app["data/penguins.schema.json"]));
        Assert.Matches(@"\| run linear \(store\) +\| ", clone.Build("-t:KilnCompare").Succeeds().Output);
        clone.Edit("SpeciesModel.lock.json", text => System.Text.RegularExpressions.Regex.Replace(text, "(\"dataset\": \"penguins\",\\s+\"hash\": \").", "${1}g"));
        Assert.Matches(@"\| run linear \(store\) +\| .*not comparable: other data *\|", clone.Build("-t:KilnCompare").Succeeds().Output);
    }
}
