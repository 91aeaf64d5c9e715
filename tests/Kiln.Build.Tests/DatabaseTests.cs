using Kiln.Host.Tests.Data.Sources;

namespace Kiln.Build.Tests;

/// <summary>Items that name rows of a database, with the packed host and its libraries.</summary>
public sealed class DatabaseTests(Packages packages)
{
    const string Query = "SELECT * FROM penguins WHERE body_mass_g IS NOT NULL; ";

    [Fact]
    public void A_query_over_a_SQLite_file_is_a_dataset_and_another_query_is_another_one()
    {
        var app = Penguins.App(packages, Item(Query));
        SqliteFile.Write(app["data/shop.sqlite"], [.. Statements(File.ReadAllLines(app["data/penguins.csv"]))]);
        File.Delete(app["data/penguins.csv"]);

        app.Build().Succeeds();
        Assert.Equal(["penguins.schema.json", "shop.sqlite"], app.Files("data"));
        Assert.Equal(Penguins.ModelFiles, app.Files("bin/Debug/net10.0/models"));
        app.Build("--no-restore", "-question").Succeeds();

        var before = File.ReadAllText(app["SpeciesModel.lock.json"]);
        app.Write("App.csproj", File.ReadAllText(app["App.csproj"]).Replace(Query, "SELECT * FROM penguins WHERE body_mass_g IS NOT NULL AND year &gt; 2007"));
        app.Build().Succeeds();
        Assert.NotEqual(before, File.ReadAllText(app["SpeciesModel.lock.json"]));
    }

    [Fact]
    public void A_connection_is_a_variable_of_the_build_and_a_secret_in_the_project_gets_no_further()
    {
        var app = Penguins.App(packages, Penguins.Executable + """
            <ItemGroup><Dataset Include="data/penguins" Connection="KILN_NO_SUCH_VARIABLE" Table="penguins" /></ItemGroup>
            """);
        Assert.Contains("App.csproj", app.Build().Fails().Output.Split('\n').First(line => line.Contains("error KILN0027: ") && line.Contains("'KILN_NO_SUCH_VARIABLE' is not set")));

        app.Write("App.csproj", File.ReadAllText(app["App.csproj"]).Replace("KILN_NO_SUCH_VARIABLE", "Host=x;Password=s3cr3t"));
        var output = app.Build().Fails().Output;
        Assert.Contains("error KILN0028: ", output);
        Assert.DoesNotContain("s3cr3t", output);
        Assert.All(Directory.EnumerateFiles(app["obj"], "*", SearchOption.AllDirectories).Select(File.ReadAllText), text => Assert.DoesNotContain("s3cr3t", text));
    }

    static string Item(string query) => Penguins.Executable + $"""
        <ItemGroup><Dataset Include="data/shop.sqlite" Name="penguins" Query="{query}" /></ItemGroup>
        """;

    /// <summary>The file's rows, with numbers as numbers.</summary>
    static IEnumerable<string> Statements(string[] lines)
    {
        yield return $"CREATE TABLE penguins ({lines[0]})";
        foreach (var line in lines.Skip(1))
            yield return $"INSERT INTO penguins VALUES ({string.Join(", ", line.Split(',').Select(field => field.Length == 0 || field == "NA" ? "NULL" : field.Replace('"', '\'')))})";
    }
}
