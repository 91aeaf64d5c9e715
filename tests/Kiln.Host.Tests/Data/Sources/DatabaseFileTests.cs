using System.Globalization;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Databases;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Formats;
using Kiln.Host.Data.Inference;
using Kiln.Host.Requests;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

public sealed class DatabaseFileTests : IDisposable
{
    const string Rows = "SELECT i AS id, i % 7 * 0.25::DOUBLE AS x, 'v' || i % 5 AS kind FROM range(500) AS t(i)";

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    Dataset DuckDb() => _folder.Written(
        $"ATTACH '{{file}}' AS out;\nCREATE TABLE out.t AS {Rows};\nCREATE TABLE out.tags AS SELECT 1 AS n, [1] AS list;\nCREATE SCHEMA out.s;\nCREATE TABLE out.s.u AS SELECT 1 AS one;\nDETACH out", "data.duckdb");

    Dataset Sqlite()
    {
        SqliteFile.Write(Path.Combine(_folder.Root, "data.db"),
            "CREATE TABLE t (id INTEGER, x REAL, kind TEXT)",
            "WITH RECURSIVE r(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM r WHERE i < 499) INSERT INTO t SELECT i, i % 7 * 0.25, 'v' || (i % 5) FROM r",
            "CREATE TABLE tags (n INTEGER, raw)", "INSERT INTO tags VALUES (1, 'text'), (2, x'0102'), (3, 0.1), (4, 1e300)");
        return _folder.Dataset("data", "data.db");
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "SELECT * FROM t")]
    [InlineData(true, " FROM t; ")]
    [InlineData(false, "")]
    [InlineData(false, "SELECT * FROM t -- all of them")]
    [InlineData(false, "WITH w AS (SELECT * FROM t) SELECT id, x, kind FROM w ORDER BY id;")]
    public void The_same_rows_are_the_same_data_as_in_CSV(bool duck, string query)
    {
        var csv = _folder.Written($"COPY ({Rows}) TO '{{file}}' (FORMAT csv)", "data.csv");
        var expected = ContractInference.Infer(csv, null, DataFolder.Ignored);
        var database = (duck ? DuckDb() : Sqlite()) with { Table = query.Length > 0 ? "" : "t", Query = query };

        var actual = ContractInference.Infer(database, null, DataFolder.Ignored);

        Assert.Equal(ContractJson.Write(expected), ContractJson.Write(actual));
        Assert.Equal(_folder.Load(csv, expected).RowHashes, _folder.Load(database, actual).RowHashes);
    }

    [Theory]
    [InlineData(true, "list")]
    [InlineData(false, "raw")]
    public void What_is_no_value_is_left_out_and_said(bool duck, string column)
    {
        var dataset = (duck ? DuckDb() : Sqlite()) with { Table = "tags" };

        Assert.Contains($": warning KILN1045: column '{column}' holds", Assert.Single(_folder.Doubts(dataset), line => line.Contains("KILN1045")));
    }

    [Fact]
    public void A_table_may_have_a_schema() =>
        Assert.Equal(1, SourceOpening.Open(DuckDb() with { Table = "s.u" }, Path.Combine(_folder.Root, "data.duckdb"), new()).Rows);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_that_is_not_there_is_told(bool duck)
    {
        var error = Error((duck ? DuckDb() : Sqlite()) with { Table = "T" });

        Assert.StartsWith("App.csproj(1,1): error KILN1048: the database of dataset 'data' has no table 'T'", error);
        Assert.Contains("'tags'", error);
    }

    /// <summary>DuckDB is the referee of how a number is written, whoever reads it.</summary>
    [Fact]
    public void Numbers_are_written_as_DuckDB_writes_them()
    {
        var random = new Random(5);
        double[] numbers = [.. Enumerable.Range(0, 2_000).Select(i => i % 2 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64()) : random.Next(-1000, 1000) * Math.Pow(10, random.Next(-8, 18)))
            .Where(double.IsFinite)];
        using var engine = DuckEngine.Open();
        using var rows = engine.Query("SELECT CAST(v AS VARCHAR) FROM (VALUES " + string.Join(", ", numbers.Select(n => $"('{n.ToString("R", CultureInfo.InvariantCulture)}'::DOUBLE)")) + ") AS t(v)");
        var place = 0;
        while (rows.Read())
            for (var row = 0; row < rows.Rows; row++)
                Assert.Equal(Encoding.UTF8.GetString(rows[0][row]), NumberTexts.Write(numbers[place++]));
        Assert.Equal(numbers.Length, place);
    }

    [Theory]
    [InlineData("DELETE FROM t")]
    [InlineData("INSERT INTO t VALUES (1, 2, 'x')")]
    [InlineData("CREATE TABLE z AS SELECT 1")]
    [InlineData("DROP TABLE t")]
    [InlineData("UPDATE t SET id = 1 RETURNING id")]
    [InlineData("SELECT 1; DELETE FROM t")]
    [InlineData("SELECT 1) AS a; DELETE FROM t; SELECT * FROM (SELECT 1")]
    [InlineData("WITH w AS (DELETE FROM t RETURNING id) SELECT * FROM w")]
    [InlineData("ATTACH '{other}' AS y")]
    [InlineData("PRAGMA writable_schema = 1")]
    [InlineData("VACUUM INTO '{other}'")]
    [InlineData("SELECT * FROM nothere")]
    [InlineData("SELECT FROM WHERE")]
    [InlineData("SELECT load_extension('{other}')")]
    [InlineData("SELECT readfile('/etc/passwd')")]
    [InlineData("SELECT writefile('{other}', 'x')")]
    [InlineData("COPY t TO '{other}'")]
    [InlineData("COPY (SELECT 1) TO '{other}'")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM glob('/etc/*')")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SET enable_external_access = true")]
    public void A_query_that_does_more_than_read_is_refused_and_does_nothing(string query)
    {
        var other = Path.Combine(_folder.Root, "other");
        foreach (var dataset in new[] { DuckDb(), Sqlite() })
        {
            var before = File.ReadAllBytes(dataset.Files[0]);

            Assert.StartsWith("App.csproj(1,1): error KILN1047: the Query of dataset 'data' is refused", Error(dataset with { Query = query.Replace("{other}", other) }));
            Assert.False(File.Exists(other));
            Assert.Equal(before, File.ReadAllBytes(dataset.Files[0]));
            File.Delete(dataset.Files[0]);
        }
        Assert.Empty(Directory.GetFiles(_folder.Root, "data*"));
    }

    [Fact]
    public void A_damaged_database_is_told()
    {
        foreach (var dataset in new[] { DuckDb(), Sqlite() })
        {
            var bytes = File.ReadAllBytes(dataset.Files[0]);
            File.WriteAllBytes(dataset.Files[0], bytes[..(bytes.Length / 3)]);
            Assert.Contains("error KILN1004: the database cannot be", Error(dataset with { Table = "t" }));
            File.WriteAllBytes(dataset.Files[0], [.. bytes[..64], .. new byte[bytes.Length - 64]]);
            Assert.Contains("error KILN1004: the database cannot be", Error(dataset with { Table = "t" }));
        }
    }

    [Fact]
    public void Changes_that_are_not_in_the_file_are_told()
    {
        var (duck, sqlite) = (DuckDb(), Sqlite());
        _folder.Csv("x", "data.duckdb.wal");
        _folder.Csv("x", "data.db-wal");

        Assert.StartsWith("data.duckdb: error KILN1004: 'data.duckdb.wal' holds changes", Error(duck with { Table = "t" }));
        Assert.StartsWith("data.db: error KILN1004: 'data.db-wal' holds changes", Error(sqlite with { Table = "t" }));
    }

    [Fact]
    public void Numbers_of_SQLite_keep_all_their_digits()
    {
        var dataset = Sqlite() with { Query = "SELECT 0.1 + 0.2 AS a, 1e15 AS b, 1e16 AS c, 1e-5 AS d, 9007199254740993 AS e, 3.0 AS f, 1e300 AS g, -12.5e-8 AS h, 0.0001 AS i, 0.0 AS j" };
        var texts = new List<string>();
        using var engine = DuckEngine.Open();
        SourceOpening.Open(dataset, dataset.Files[0], new()).Read(engine, ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], chunk =>
        {
            for (var column = 0; column < 10; column++)
                texts.Add(Encoding.UTF8.GetString(chunk[column][0]));
        });

        Assert.Equal(["0.30000000000000004", "1000000000000000.0", "1e+16", "1e-05", "9007199254740993", "3.0", "1e+300", "-1.25e-07", "0.0001", "0.0"], texts);
    }

    [Theory]
    [InlineData("data.duckdb", "", "", "it is a database, in which a Table or a Query says which rows are meant")]
    [InlineData("data.duckdb", "t", "SELECT 1", "it has both a Table and a Query")]
    [InlineData("data.csv", "t", "", "a Table or a Query is for databases, and its files are none")]
    public void An_item_that_does_not_say_which_rows_is_told(string file, string table, string query, string what)
    {
        DuckDb();
        _folder.Csv("a,b\n1,2\n");

        Assert.StartsWith($"App.csproj(1,1): error KILN0028: it is not clear which rows dataset 'data' has: {what}",
            _folder.Error(() => DatasetCheck.ThrowIfUnreadable([_folder.Dataset("data", file) with { Table = table, Query = query }])));
    }

    [Fact]
    public void Another_query_is_other_data()
    {
        var dataset = DuckDb() with { Table = "t" };

        Assert.NotEqual(dataset.Identify("0"), (dataset with { Table = "tags" }).Identify("0"));
        Assert.NotEqual(dataset.Identify("0"), (dataset with { Table = "", Query = "t" }).Identify("0"));
        Assert.Equal("0", (dataset with { Table = "" }).Identify("0"));
    }

    string Error(Dataset dataset) => _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored));
}
