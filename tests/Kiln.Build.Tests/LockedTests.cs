namespace Kiln.Build.Tests;

public sealed class LockedTests(Packages packages)
{
    [Fact]
    public void A_continuous_integration_build_holds_the_committed_contract_and_lock()
    {
        var project = Penguins.App(packages);

        Assert.Matches(@"App\.csproj\(\d+,\d+\): error KILN3003: ", project.Build("-p:ContinuousIntegrationBuild=true").Fails().Output);
        Assert.False(File.Exists(project["data/penguins.schema.json"]));

        project.Build().Succeeds();
        var committed = Committed();
        project.Build("-p:ContinuousIntegrationBuild=true").Succeeds();

        project.Edit("SpeciesModel.cs", text => text.Replace("Version =", "Seed = 2, Version ="));
        var build = project.Build("-p:ContinuousIntegrationBuild=true").Fails();
        Assert.Matches(@"SpeciesModel\.lock\.json\(7,5\): error KILN3003: .+definition [0-9a-f]{8} → [0-9a-f]{8}", build.Output);
        Assert.Equal(committed, Committed());

        project.Build("-p:ContinuousIntegrationBuild=true", "-p:KilnLocked=false").Succeeds();
        project.Build("-p:KilnLocked=true").Succeeds();

        string[] Committed() => [File.ReadAllText(project["data/penguins.schema.json"]), File.ReadAllText(project["SpeciesModel.lock.json"])];
    }
}
