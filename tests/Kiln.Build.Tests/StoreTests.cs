namespace Kiln.Build.Tests;

/// <summary>A clone of a project without its data, which Git ignores.</summary>
public sealed class StoreTests(Packages packages)
{
    const string ByPattern = """
        <PropertyGroup><KilnStorePath>../störe</KilnStorePath></PropertyGroup>
        <ItemGroup><Dataset Include="data/*.csv" Name="penguins" /></ItemGroup>
        """;

    [Fact]
    public void Without_data_that_a_pattern_would_find_there_are_types_and_the_locked_model_and_nothing_to_do_again()
    {
        var first = Penguins.App(packages, Penguins.Executable + ByPattern);
        first.Build().Succeeds();
        var clone = new ConsumerProject(packages, "Clone", Penguins.Executable + ByPattern, beside: first)
            .Write("SpeciesModel.cs", Penguins.Model).Write("Guess.cs", Penguins.Prediction).Write("Program.cs", "Console.WriteLine(Guess.Species() + typeof(Clone.Datasets.Penguins).Name);")
            .Write("SpeciesModel.lock.json", File.ReadAllText(first["SpeciesModel.lock.json"]))
            .Write("data/penguins.schema.json", File.ReadAllText(first["data/penguins.schema.json"]))
            .Write("data/other.schema.json", """{ "type": "object", "properties": { "dataset": { "type": "string" } } }""");
        clone.Environment["ContinuousIntegrationBuild"] = "true";

        var build = clone.Build().Succeeds();

        Assert.Contains("SpeciesModel 1.0.0: fetched from the store, because this machine does not have the locked model yet", build.Output);
        foreach (var file in Penguins.ModelFiles)
            Assert.Equal(File.ReadAllBytes(first["bin/Debug/net10.0/models/" + file]), File.ReadAllBytes(clone["bin/Debug/net10.0/models/" + file]));
        Assert.Contains(Penguins.Answer + "Penguins", clone.Start("bin/Debug/net10.0/Clone").Succeeds().Output);
        clone.Build("-question").Succeeds();

        // The data are put in place: they are read, and are the locked ones.
        clone.Write("data/penguins.csv", Penguins.Csv);
        var read = clone.Build().Succeeds();
        Assert.Equal(1, read.HostStart);
        Assert.Contains("SpeciesModel 1.0.0: up to date", read.Output);

        // And taken away again.
        File.Delete(clone["data/penguins.csv"]);
        clone.Edit("Guess.cs", text => "// Guesses.\n" + text).Build().Succeeds();
        clone.Build("-question").Succeeds();
    }
}
