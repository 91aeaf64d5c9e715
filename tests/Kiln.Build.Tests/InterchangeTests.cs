namespace Kiln.Build.Tests;

public sealed class InterchangeTests(Packages packages)
{
    [Fact]
    public void Contracts_are_exchanged_without_compiling_or_training()
    {
        var project = Penguins.App(packages);
        Assert.Matches(@"App\.csproj\(\d+,\d+\): error KILN1054: ", project.Build("-t:KilnImportContract").Fails().Output);

        project.Build("-t:KilnExportContract").Succeeds();
        var contract = File.ReadAllText(project["data/penguins.schema.json"]);
        Assert.StartsWith("apiVersion: v3.1.0\n", File.ReadAllText(project["data/penguins.odcs.yaml"]));
        Assert.False(File.Exists(project["SpeciesModel.lock.json"]));
        Assert.Empty(project.Files("bin"));

        project.Edit("data/penguins.odcs.yaml", text => text.Replace("- name: body_mass_g\n", "- name: body_mass_g\n        description: Weighed alive.\n"));
        Assert.Matches(@"penguins\.schema\.json\(1,1\): error KILN3003: ", project.Build("-t:KilnImportContract", "-p:KilnLocked=true").Fails().Output);
        Assert.Contains("'body_mass_g'.description none → \"Weighed alive.\"", project.Build("-t:KilnImportContract", "-p:KilnDataset=penguins").Succeeds().Output);
        Assert.Equal(contract.Length + ", \"description\": \"Weighed alive.\"".Length, File.ReadAllText(project["data/penguins.schema.json"]).Length);

        Assert.Contains("error KILN0012: KilnDataset is 'penguin', but no Dataset item has that name; use one of penguins", project.Build("-t:KilnExportContract", "-p:KilnDataset=penguin").Fails().Output);
    }
}
