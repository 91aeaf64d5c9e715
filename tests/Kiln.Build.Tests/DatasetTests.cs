using System.IO.Compression;

namespace Kiln.Build.Tests;

public sealed class DatasetTests(Packages packages)
{
    const string BodyMassModel = """
        using Kiln;

        [Model("penguins", Label = "body_mass_g", Version = "1.0.0")]
        [Gate(Metric.RSquared, AtLeast = 0.1)]
        public sealed partial class BodyMassModel;
        """;

    [Fact]
    public void Two_models_of_a_project_are_both_shipped_and_one_that_is_removed_is_not()
    {
        var app = Penguins.App(packages).Write("BodyMassModel.cs", BodyMassModel);
        app.Build().Succeeds();
        Assert.Equal(["BodyMassModel.model.json", "BodyMassModel.onnx", .. Penguins.ModelFiles], app.Files("bin/Debug/net10.0/models"));

        File.Delete(app["BodyMassModel.cs"]);
        app.Build().Succeeds();

        Assert.Equal(Penguins.ModelFiles, app.Files("bin/Debug/net10.0/models"));
        Assert.Equal(Penguins.ModelFiles, app.Files("obj/Debug/net10.0/kiln/models"));
        app.Build("--no-restore", "-question").Succeeds();
    }

    [Fact]
    public void A_zipped_file_and_a_name_of_its_own()
    {
        var app = Penguins.App(packages, Penguins.Executable + """
            <ItemGroup>
              <Dataset Include="data/penguins.csv.gz" />
              <Dataset Include="data/2007-2009.csv" Name="birds" />
            </ItemGroup>
            """);
        File.Move(app["data/penguins.csv"], app["data/2007-2009.csv"]);
        using (var zipped = new GZipStream(File.Create(app["data/penguins.csv.gz"]), CompressionLevel.Fastest))
            zipped.Write(System.Text.Encoding.UTF8.GetBytes(Penguins.Csv));
        app.Write("Birds.cs", BodyMassModel.Replace("\"penguins\"", "\"birds\""));

        app.Build().Succeeds();

        Assert.Equal(["2007-2009.csv", "birds.schema.json", "penguins.csv.gz", "penguins.schema.json"], app.Files("data"));
        Assert.Equal(["BodyMassModel.model.json", "BodyMassModel.onnx", .. Penguins.ModelFiles], app.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void A_project_without_datasets_is_built_as_if_Kiln_were_not_there()
    {
        var app = new ConsumerProject(packages, "App", Penguins.Executable).Write("Program.cs", "return;");

        Assert.Equal(0, app.Build().Succeeds().HostStart);
        Assert.Empty(app.Files("obj/Debug/net10.0/kiln"));
    }

    [Fact]
    public void A_model_in_a_project_without_datasets_is_told_what_to_add()
    {
        var app = Penguins.App(packages, Penguins.Executable);

        Assert.Contains("(3,8): error KILN0012: 'penguins' is not a dataset of this project; add <Dataset Include", app.Build().Fails().Output);
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        var app = Penguins.App(packages);
        File.Delete(app["data/penguins.csv"]);

        Assert.Contains("App.csproj", app.Build().Fails().Output.Split('\n').First(line => line.Contains("error KILN1001: ")));
    }

    [Fact]
    public void Two_datasets_of_one_name_are_an_error()
    {
        const string Datasets = """<ItemGroup><Dataset Include="data/penguins.csv;more/penguins.csv" /></ItemGroup>""";
        var app = Penguins.App(packages, Penguins.Executable + Datasets);
        app.Write("more/penguins.csv", Penguins.Csv);

        Assert.Contains("error KILN0010: ", app.Build().Fails().Output);
    }

    [Fact]
    public void A_file_that_an_item_and_a_wildcard_name_counts_once()
    {
        const string Datasets = """<ItemGroup><Dataset Include="data/penguins.csv;data/*.csv" Name="penguins" /></ItemGroup>""";
        var app = Penguins.App(packages, Penguins.Executable + Datasets);

        Assert.Contains("inferred from 344 rows", app.Build().Succeeds().Output);
        Assert.Matches("\"training\": 263,\\s+\"heldOut\": 81", File.ReadAllText(app["SpeciesModel.lock.json"]));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<PropertyGroup><NoWarn>$(NoWarn);KILN1019</NoWarn></PropertyGroup>", false)]
    public void An_inferred_contract_is_a_warning_once_and_NoWarn_is_the_way_out_where_warnings_are_errors(string settings, bool told)
    {
        var app = Penguins.App(packages, Penguins.Executable + Penguins.Dataset + settings);

        var first = app.Build("-warnaserror:KILN1019");

        if (told)
            Assert.Contains("penguins.schema.json(1,1): error KILN1019: ", first.Fails().Output);
        else
            Assert.DoesNotContain("error KILN1019", first.Succeeds().Output);
        Assert.DoesNotContain("KILN1019", app.Build("-warnaserror:KILN1019").Succeeds().Output);
    }

    [Theory]
    [InlineData("""Include="data/penguins.csv" Name="../penguins" """, "KILN0020")]
    [InlineData("""Include="data/" """, "KILN1001")]
    public void What_is_no_dataset_is_an_error_at_its_item_and_writes_nothing(string item, string id)
    {
        var app = Penguins.App(packages, Penguins.Executable + $"<ItemGroup><Dataset {item} /></ItemGroup>");

        Assert.Matches($@"App\.csproj\(\d+,\d+\): error {id}: ", app.Build().Fails().Output);
        Assert.DoesNotContain(app.Files("."), file => file.EndsWith("schema.json", StringComparison.Ordinal) && !file.StartsWith("obj", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missed_gate_fails_the_build_and_ships_nothing()
    {
        var app = Penguins.App(packages);
        app.Edit("SpeciesModel.cs", text => text.Replace("0.8)", "0.99)").Replace("Version =", "Features = [\"year\"], Version ="));
        app.Write("Program.cs", "return;");
        File.Delete(app["Guess.cs"]);

        var build = app.Build().Fails();

        Assert.Contains("SpeciesModel.cs(4,2): error KILN4001: ", build.Output);
        Assert.Empty(app.Files("bin/Debug/net10.0/models"));
        Assert.DoesNotContain("SpeciesModel.lock.json", app.Files("."));
    }
}
