using Kiln.Contracts.Models;
using Kiln.Host.Data.Engine;
using Kiln.Testing;
using Npgsql;

namespace Kiln.Host.Tests.Data.Servers;

/// <summary>Rows of databases all the way from the item to the model.</summary>
[Collection(PostgresTestGroup.Name)]
public sealed class DatabaseRoadTests(PostgresCluster cluster) : IDisposable
{
    static readonly string Penguins = Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv");
    static readonly ModelDefinition Model = RoadProject.Model("PenguinModel", "penguins", "species");

    readonly RoadProject _project = new();
    readonly string _variable = "KILN_TEST_" + Guid.NewGuid().ToString("N");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_variable, null);
        _project.Dispose();
    }

    [Fact]
    public void Another_query_is_other_data_and_the_same_is_nothing_to_do()
    {
        _project.AddDatabase("penguins", "shop.duckdb", "penguins");
        Execute($"ATTACH {DuckEngine.Quote(Path.Combine(_project.Directory, "data", "shop.duckdb"))} AS shop",
            $"CREATE TABLE shop.penguins AS SELECT * FROM read_csv({DuckEngine.QuoteFile(Penguins)}, nullstr = 'NA')", "DETACH shop");
        _project.Compile(Model);
        Assert.True(_project.InferContracts().Succeeded);
        Assert.True(_project.Train().Succeeded);
        var first = _project.Lock("PenguinModel");

        Assert.Contains("nothing to do", _project.Train().Output);
        _project.Query("SELECT *\nFROM penguins -- without 2007\nWHERE year > 2007");
        Assert.True(_project.Train().Succeeded);

        var second = _project.Lock("PenguinModel");
        Assert.NotEqual(first.DataHash, second.DataHash);
        Assert.Equal(first.Partitions.Single().Name, second.Partitions.Single().Name);
        _project.Query("DELETE FROM penguins");
        var refused = _project.Train();
        Assert.False(refused.Succeeded);
        Assert.Contains("App.csproj(2,3): error KILN1047: the Query of dataset 'penguins' is refused", refused.Output);
    }

    [Fact]
    public void Rows_of_a_server_are_asked_for_in_each_build_and_its_secret_is_nowhere()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        Environment.SetEnvironmentVariable(_variable, cluster.ConnectionString);
        Fill();
        _project.AddDatabase("penguins", "penguins", "penguins", _variable);
        _project.Compile(Model);

        var inferred = _project.InferContracts();
        var trained = _project.Train();
        var first = _project.Lock("PenguinModel");
        var again = _project.Train();
        Scalar("UPDATE penguins SET body_mass_g = body_mass_g + 1 WHERE year = 2008");
        var changed = _project.Train();
        Environment.SetEnvironmentVariable(_variable, cluster.ConnectionString + ";Port=1");
        var gone = _project.Train();

        Assert.True(inferred.Succeeded && trained.Succeeded && changed.Succeeded, inferred.Output + trained.Output + changed.Output);
        Assert.Contains("nothing to do", again.Output);
        Assert.NotEqual(first.DataHash, _project.Lock("PenguinModel").DataHash);
        Assert.Equal("data/penguins", first.Partitions.Single().Name);
        Assert.False(gone.Succeeded);
        Assert.Contains("App.csproj(2,3): error KILN0027: the rows of dataset 'penguins' cannot be read", gone.Output);
        foreach (var text in Directory.EnumerateFiles(_project.Directory, "*", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Append(inferred.Output + trained.Output + again.Output + changed.Output + gone.Output))
            Assert.False(text.Contains(PostgresCluster.Password) || text.Contains("127.0.0.1"), text);
    }

    void Fill()
    {
        Scalar("DROP TABLE IF EXISTS penguins");
        Scalar("CREATE TABLE penguins (species text, island text, bill_length_mm float8, bill_depth_mm float8, flipper_length_mm int, body_mass_g int, sex text, year int)");
        using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        connection.Open();
        using var rows = connection.BeginTextImport("COPY penguins FROM STDIN WITH (FORMAT csv, HEADER true, NULL '')");
        rows.Write(File.ReadAllText(Penguins));
    }

    void Scalar(string sql)
    {
        using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static void Execute(params string[] statements)
    {
        using var engine = DuckEngine.Open();
        foreach (var statement in statements)
            engine.Execute(statement);
    }
}
