using System.Globalization;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Parquet;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

public sealed class ParquetTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Every type once: what CSV would say is written here by hand.</summary>
    [Theory]
    [InlineData("true", "true")]
    [InlineData("42::TINYINT", "42")]
    [InlineData("'-9223372036854775808'::BIGINT", "-9223372036854775808")]
    [InlineData("170141183460469231731687303715884105727::HUGEINT::DOUBLE", "1.7014118346046923e+38")]
    [InlineData("1.50::DECIMAL(5,2)", "1.50")]
    [InlineData("0.1::FLOAT", "0.1")]
    [InlineData("0.1::DOUBLE", "0.1")]
    [InlineData("3::DOUBLE", "3.0")]
    [InlineData("'nan'::DOUBLE", "")]
    [InlineData("NULL::DOUBLE", "")]
    [InlineData("1e300::DOUBLE", "1e+300")]
    [InlineData("' Zürich '", "Zürich")]
    [InlineData("DATE '2024-02-29'", "2024-02-29")]
    [InlineData("TIME '23:59:58'", "23:59:58")]
    [InlineData("TIMESTAMP '2024-02-29 23:59:58.25'", "2024-02-29 23:59:58.25")]
    [InlineData("TIMESTAMPTZ '2024-02-29 23:59:58+02'", "2024-02-29 21:59:58+00")]
    [InlineData("'red'::ENUM('red', 'blue')", "red")]
    [InlineData("'0f3a1e6c-3f5e-4e33-9a3e-2b8d2a7e1f00'::UUID", "0f3a1e6c-3f5e-4e33-9a3e-2b8d2a7e1f00")]
    public void Each_type_has_one_text(string value, string text)
    {
        var dataset = _folder.Written($"COPY (SELECT {value} AS v, 1 AS one) TO '{{file}}' (FORMAT parquet)", "data.parquet");

        Assert.Equal([text], Texts(dataset.Files[0], "v"));
    }

    [Fact]
    public void Doubles_come_back_bit_by_bit()
    {
        var random = new Random(7);
        double[] numbers = [.. Enumerable.Range(0, 5_000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).Where(double.IsFinite)];
        var values = string.Join(", ", numbers.Select(number => $"('{number.ToString("R", CultureInfo.InvariantCulture)}'::DOUBLE)"));
        var dataset = _folder.Written($"COPY (SELECT * FROM (VALUES {values}) AS t(v)) TO '{{file}}' (FORMAT parquet)", "data.parquet");

        Assert.Equal(numbers, Texts(dataset.Files[0], "v").Select(text => double.Parse(text, CultureInfo.InvariantCulture)));
    }

    /// <summary>The rows of a real file, with the types that DuckDB gives them: the same contract, the same values, the same hashes.</summary>
    [Fact]
    public void The_same_rows_are_the_same_data_as_in_CSV()
    {
        var csv = _folder.Real("penguins");
        var expected = ContractInference.Infer(csv, null, DataFolder.NoWarning);
        var parquet = _folder.Written(
            $"COPY (SELECT * FROM read_csv({DuckEngine.QuoteFile(csv.Files[0])}, all_varchar = true, nullstr = 'NA')) TO '{{file}}' (FORMAT parquet)", "penguins.parquet") with { Name = "penguins" };

        var actual = ContractInference.Infer(parquet, null, DataFolder.NoWarning);

        Assert.Equal(
            expected.Columns.Select(column => (column.Name, column.Type, column.Role, column.Nullable, string.Join("|", column.Values))),
            actual.Columns.Select(column => (column.Name, column.Type, column.Role, column.Nullable, string.Join("|", column.Values))));
        Assert.Equal(_folder.Load(csv, expected).RowHashes, _folder.Load(parquet, actual).RowHashes);
    }

    [Fact]
    public void Typed_columns_are_the_same_data_as_their_texts()
    {
        const string Rows = "SELECT i AS id, i % 7 * 0.25::DOUBLE AS x, i % 3 = 0 AS yes, DATE '2024-01-01' + i::INT AS day, 'v' || i % 5 AS kind FROM range(500) AS t(i)";
        var csv = _folder.Written($"COPY ({Rows}) TO '{{file}}' (FORMAT csv)", "data.csv");
        var expected = ContractInference.Infer(csv, null, DataFolder.Ignored);
        var parquet = _folder.Written($"COPY ({Rows}) TO '{{file}}' (FORMAT parquet)", "data.parquet");

        var actual = ContractInference.Infer(parquet, null, DataFolder.Ignored);

        Assert.Equal(ContractJson.Write(expected), ContractJson.Write(actual));
        Assert.Equal(_folder.Load(csv, expected).RowHashes, _folder.Load(parquet, actual).RowHashes);
    }

    [Fact]
    public void What_is_no_value_is_left_out_and_said()
    {
        var dataset = _folder.Written(
            "COPY (SELECT i AS n, [i, i] AS tags, {'a': i} AS place, 'x'::BLOB AS raw FROM range(20) AS t(i)) TO '{file}' (FORMAT parquet)", "data.parquet");

        var told = _folder.Doubts(dataset).Where(line => line.Contains("KILN1045")).ToList();

        Assert.Equal(["n"], ContractInference.Infer(dataset, null, DataFolder.Ignored).Columns.Select(column => column.Name));
        Assert.Equal(3, told.Count);
        Assert.StartsWith("data.parquet: warning KILN1045: column 'tags' holds values of the type BIGINT[], which is no number, text or date, so it is left out", told[0]);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_told_with_its_row_and_key()
    {
        var good = _folder.Written("COPY (SELECT 100 + i AS id, i % 7 AS n FROM range(50) AS t(i)) TO '{file}' (FORMAT parquet)", "data.parquet");
        var contract = ContractInference.Infer(good, null, DataFolder.Ignored);
        var bad = _folder.Written("COPY (SELECT 100 + i AS id, CASE WHEN i = 16 THEN -1 ELSE i % 7 END AS n FROM range(50) AS t(i)) TO '{file}' (FORMAT parquet)", "data.parquet");

        Assert.StartsWith(
            "data.parquet: error KILN1009: row 17 (id '116'): '-1' is below the \"min\" 0 of column 'n' (this row, 2 %)",
            _folder.Error(() => _folder.Load(bad, contract)));
    }

    [Theory]
    [InlineData(0.6, false)]
    [InlineData(0.999, false)]
    [InlineData(1, true)]
    public void A_damaged_file_is_told(double kept, bool flipFooter)
    {
        var dataset = _folder.Written("COPY (SELECT i AS n, 'text ' || i AS t FROM range(5000) AS t(i)) TO '{file}' (FORMAT parquet)", "data.parquet");
        var bytes = File.ReadAllBytes(dataset.Files[0]);
        bytes = bytes[..(int)(kept * bytes.Length)];
        if (flipFooter)
            for (var i = bytes.Length - 120; i < bytes.Length - 60; i++)
                bytes[i] ^= 0xFF;
        File.WriteAllBytes(dataset.Files[0], bytes);

        Assert.StartsWith(
            "data.parquet: error KILN1004: the Parquet file is damaged, cut off, or written in a way that is not known",
            _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored)));
        DatasetCheck.ThrowIfUnreadable([dataset]);
    }

    [Fact]
    public void Nothing_but_the_name_of_Parquet_is_told_too() => Assert.StartsWith(
        "data.parquet: error KILN1004: the Parquet file is damaged",
        _folder.Error(() => ContractInference.Infer(_folder.Csv("a,b\n1,2\n", "data.parquet"), null, DataFolder.Ignored)));

    [Fact]
    public void No_rows_are_told() => Assert.Contains(
        "error KILN1003",
        _folder.Error(() => ContractInference.Infer(
            _folder.Written("COPY (SELECT 1 AS a WHERE false) TO '{file}' (FORMAT parquet)", "data.parquet"), null, DataFolder.Ignored)));

    static List<string> Texts(string file, string column)
    {
        var texts = new List<string>();
        using var engine = DuckEngine.Open();
        ParquetSource.Open(file).Read(engine, [column], chunk =>
        {
            for (var row = 0; row < chunk.Rows; row++)
                texts.Add(Encoding.UTF8.GetString(chunk[0][row]));
        });
        return texts;
    }
}
