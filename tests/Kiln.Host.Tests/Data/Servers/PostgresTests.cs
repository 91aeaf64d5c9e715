using System.Net;
using System.Net.Sockets;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Requests;
using Kiln.Testing;
using Npgsql;

namespace Kiln.Host.Tests.Data.Servers;

[Collection(PostgresTestGroup.Name)]
public sealed class PostgresTests : IDisposable
{
    const string Rows = """
        CREATE TABLE t AS SELECT 100 + i AS id, (i % 7) * 0.25::float8 AS x, 'v' || i % 5 AS kind, i % 3 = 0 AS yes, DATE '2024-01-01' + i AS day FROM generate_series(0, 499) AS i
        """;

    readonly DataFolder _folder = new();
    readonly string _variable = "KILN_TEST_" + Guid.NewGuid().ToString("N");
    readonly PostgresCluster _cluster;

    public PostgresTests(PostgresCluster cluster)
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        _cluster = cluster;
        Environment.SetEnvironmentVariable(_variable, cluster.ConnectionString);
        Run("DROP SCHEMA IF EXISTS s CASCADE; DROP TABLE IF EXISTS t; " + Rows
            + "; CREATE SCHEMA s; CREATE TABLE s.types AS SELECT 1.50::numeric AS n, 0.1::real AS r, 3::float8 AS d, 'NaN'::float8 AS nan, 1e300::float8 AS big, true AS b, "
            + "TIMESTAMPTZ '2024-02-29 23:59:58+02' AS at, TIMESTAMP '2024-02-29 23:59:58.25' AS ts, ' Zürich, \"x\"' AS city, NULL::text AS none, ARRAY[1] AS list, '{}'::jsonb AS doc");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_variable, null);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("t", "")]
    [InlineData("", "SELECT * FROM t -- all")]
    [InlineData("", "SELECT id, x, kind, yes, day FROM t WHERE id > 0 AND kind <> ';';")]
    public void The_same_rows_are_the_same_data_as_in_CSV(string table, string query)
    {
        var csv = _folder.Written(
            "COPY (SELECT 100 + i AS id, i % 7 * 0.25::DOUBLE AS x, 'v' || i % 5 AS kind, i % 3 = 0 AS yes, DATE '2024-01-01' + i::INT AS day FROM range(500) AS t(i)) TO '{file}' (FORMAT csv)",
            "data.csv");
        var expected = ContractInference.Infer(csv, null, DataFolder.Ignored);
        var rows = Take(table, query);

        var actual = ContractInference.Infer(rows, null, DataFolder.Ignored);

        Assert.Equal(ContractJson.Write(expected), ContractJson.Write(actual));
        Assert.Equal(_folder.Load(csv, expected).RowHashes, _folder.Load(rows, actual).RowHashes);
    }

    [Fact]
    public void Each_type_has_one_text_and_what_is_no_value_is_left_out_and_said()
    {
        var told = new List<string>();
        var rows = Take("s.types", "", told);

        Assert.Equal("n,r,d,nan,big,b,at,ts,city,none\n1.50,0.1,3.0,,1e+300,true,2024-02-29 21:59:58+00,2024-02-29 23:59:58.25,\" Zürich, \"\"x\"\"\",\n", File.ReadAllText(rows.Files[0]));
        Assert.Equal(2, told.Count);
        Assert.Contains("orders: warning KILN1045: column 'list' holds values of the type integer[]", told[0]);
        Assert.Contains("column 'doc' holds values of the type jsonb", told[1]);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_told_with_its_row_and_key()
    {
        var contract = ContractInference.Infer(Take("t", ""), null, DataFolder.Ignored);

        var error = _folder.Error(() => _folder.Load(Take("", "SELECT id, CASE WHEN id = 116 THEN -1 ELSE x END AS x, kind, yes, day FROM t ORDER BY id"), contract));

        Assert.StartsWith("orders: error KILN1009: row 17 (id '116'): '-1.0' is below the \"min\" 0 of column 'x' (this row, ", error);
    }

    [Theory]
    [InlineData("DELETE FROM t")]
    [InlineData("INSERT INTO t VALUES (1)")]
    [InlineData("UPDATE t SET id = 1 RETURNING id")]
    [InlineData("DROP TABLE t")]
    [InlineData("WITH w AS (DELETE FROM t RETURNING id) SELECT * FROM w")]
    [InlineData("SELECT 1; DELETE FROM t")]
    [InlineData("SELECT 1) AS k; DELETE FROM t; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT 1) AS k; COMMIT; DELETE FROM t; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT 1) TO STDOUT; DELETE FROM t; --")]
    [InlineData("COPY t TO '/tmp/kiln-test-out'")]
    [InlineData("COPY t TO PROGRAM 'touch /tmp/kiln-test-out'")]
    [InlineData("SELECT pg_read_file('/etc/hostname')")]
    [InlineData("SELECT lo_export(1, '/tmp/kiln-test-out')")]
    [InlineData("SELECT nextval('q')")]
    [InlineData("SELECT * FROM nothere")]
    [InlineData("SELECT FROM WHERE")]
    [InlineData("VACUUM")]
    [InlineData("SET default_transaction_read_only = off")]
    public void A_query_that_does_more_than_read_is_refused_and_does_nothing(string query)
    {
        Run("DROP SEQUENCE IF EXISTS q; CREATE SEQUENCE q");

        Assert.StartsWith("App.csproj(1,1): error KILN1047: the Query of dataset 'data' is refused", _folder.Error(() => Take("", query)));
        Assert.Equal(500L, Scalar("SELECT count(*) FROM t"));
        Assert.False(File.Exists("/tmp/kiln-test-out"));
    }

    [Fact]
    public void A_table_that_is_not_there_is_told()
    {
        var error = _folder.Error(() => Take("types", ""));

        Assert.StartsWith("App.csproj(1,1): error KILN1048: the database of dataset 'data' has no table 'types'", error);
        Assert.Matches("it has .*'t', 's\\.types': correct Table$", error);
    }

    [Fact]
    public void A_query_that_takes_too_long_is_told()
    {
        Environment.SetEnvironmentVariable(_variable, _cluster.ConnectionString + ";Command Timeout=1");

        Assert.StartsWith("App.csproj(1,1): error KILN0027: the rows of dataset 'data' cannot be read: the server does not give them in time",
            _folder.Error(() => Take("", "SELECT pg_sleep(60)::text AS x, 1 AS y")));
    }

    [Fact]
    public void An_address_is_read_too()
    {
        Environment.SetEnvironmentVariable(_variable, $"postgresql://postgres:{Uri.EscapeDataString(PostgresCluster.Password)}@127.0.0.1:{_cluster.Port}/postgres?sslmode=disable");

        Assert.Equal(500, ContractInference.Infer(Take("t", ""), null, DataFolder.Ignored).Rows);
    }

    [Theory]
    [InlineData("Password=WRONGsecret", "the server refuses the user or the password")]
    [InlineData("Database=nothere-secret", "the server has no such database")]
    [InlineData("Username=nobody-secret", "the server refuses the user or the password")]
    [InlineData("Port=1", "there is no connection to the server (ConnectionRefused)")]
    public void A_server_that_does_not_let_in_is_told_without_the_secret(string change, string what)
    {
        Environment.SetEnvironmentVariable(_variable, _cluster.ConnectionString + ";" + change);

        var error = _folder.Error(() => Take("t", ""));

        Assert.StartsWith($"App.csproj(1,1): error KILN0027: the rows of dataset 'data' cannot be read: {what}; correct '{_variable}'", error);
        Assert.DoesNotContain("secret", error);
        Assert.DoesNotContain("127.0.0.1", error);
    }

    [Fact]
    public void A_server_that_hangs_is_told()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Environment.SetEnvironmentVariable(_variable, $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=u;Password=p;Timeout=2");

        Assert.StartsWith("App.csproj(1,1): error KILN0027: the rows of dataset 'data' cannot be read: the server does not answer within 2 s", _folder.Error(() => Take("t", "")));
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("s3cr3t nonsense", "is no connection string")]
    [InlineData("Host=x;Pass word=s3cr3t", "is no connection string")]
    [InlineData("Host=x;Port=s3cr3t", "is no connection string")]
    [InlineData("postgresql://:s3cr3t", "is no connection string")]
    [InlineData("Host=127.0.0.1;Port=99999;Password=s3cr3t", "is no connection string")]
    [InlineData("Username=s3cr3t", "is no connection string")]
    public void A_variable_that_is_none_is_told_without_its_value(string? value, string what)
    {
        Environment.SetEnvironmentVariable(_variable, value);

        var error = _folder.Error(() => Take("t", ""));

        Assert.StartsWith($"App.csproj(1,1): error KILN0027: the rows of dataset 'data' cannot be read: the environment variable '{_variable}' {what}", error);
        Assert.DoesNotContain("s3cr3t", error);
    }

    Dataset Take(string table, string query, List<string>? told = null)
    {
        var dataset = _folder.Dataset("data", "orders") with { Table = table, Query = query, Connection = _variable };
        var request = new Request
        {
            Command = "train", Project = _folder.Project, Directory = _folder.Root, Assembly = "", Output = Path.Combine(_folder.Root, "obj"), Cache = "", Schemas = "",
            Always = false, Locked = false, Threads = 1, Detailed = false, Parent = 0, References = [], Datasets = [dataset],
        };
        return Assert.Single(ServerData.Take(request, warning => told?.Add(warning.ToString())));
    }

    void Run(string sql) => Scalar(sql);

    object? Scalar(string sql)
    {
        // As the server takes it: several statements in one text.
        using var connection = new NpgsqlConnection(_cluster.ConnectionString + ";Pooling=false");
        connection.Open();
        object? last = null;
        foreach (var statement in sql.Split("; "))
        {
            using var command = new NpgsqlCommand(statement, connection);
            last = command.ExecuteScalar();
        }
        return last;
    }
}
