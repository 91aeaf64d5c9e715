using System.Globalization;
using System.Text;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.Tests.Data;

/// <summary>What is written here for a value is what DuckDB writes: a file's identity hangs on it.</summary>
public class ValueTextTests
{
    [Fact]
    public void Numbers_of_double_precision_are_written_as_DuckDB_writes_them()
    {
        var random = new Random(11);
        string[] special = ["0", "-0.0", "inf", "-inf", "nan", "1e15", "999999999999999.9", "1e16", "9999999999999998", "1e22", "0.0001", "0.00009999", "1e-5", "5e-324", "1.7976931348623157e308", "0.3", "16777217"];
        var numbers = special.Concat(Enumerable.Range(0, 60_000).Select(i => (i % 4) switch
        {
            0 => Any(random),
            1 => Math.Round(random.NextDouble() * Math.Pow(10, random.Next(8)), random.Next(7)).ToString("R", CultureInfo.InvariantCulture),
            2 => $"{random.NextInt64(1_000_000_000_000_000)}e{random.Next(-22, 5)}",
            _ => $"-{random.Next(1000)}e{random.Next(-6, 17)}",
        }));

        Check($"SELECT CAST(number AS DOUBLE) AS v FROM (VALUES {string.Join(", ", numbers.Select(number => $"('{number}')"))}) AS t(number)", "DOUBLE");
    }

    [Theory]
    [InlineData("BOOLEAN", "i % 3 = 0")]
    [InlineData("TINYINT", "i % 256 - 128")]
    [InlineData("SMALLINT", "i - 32768")]
    [InlineData("INTEGER", "i * 65537 - 2147483648")]
    [InlineData("BIGINT", "hash(i) // 2 * (i % 2 * 2 - 1)::HUGEINT")]
    [InlineData("UTINYINT", "i % 256")]
    [InlineData("USMALLINT", "i")]
    [InlineData("UINTEGER", "i * 65537")]
    [InlineData("UBIGINT", "hash(i)")]
    [InlineData("DECIMAL(4,2)", "(i % 19999 - 9999) / 100.0")]
    [InlineData("DECIMAL(3,3)", "(i % 1999 - 999) / 1000.0")]
    [InlineData("DECIMAL(9,0)", "i - 30000")]
    [InlineData("DECIMAL(9,7)", "(i - 30000) / 10000000.0")]
    [InlineData("DECIMAL(18,4)", "hash(i) // 100 % 10000000000000 / 10000.0 - 500000000")]
    [InlineData("DECIMAL(18,18)", "(i - 30000) / 1000000000000.0")]
    [InlineData("DECIMAL(30,2)", "i / 100.0")]
    [InlineData("FLOAT", "i / 7")]
    [InlineData("DATE", "DATE '1900-01-01' + i::INTEGER")]
    public void Values_are_written_as_DuckDB_writes_them(string type, string value) =>
        Check($"SELECT CASE WHEN i % 11 <> 5 THEN CAST({value} AS {type}) END AS v FROM range(65536) AS t(i)", type);

    static void Check(string relation, string type)
    {
        using var engine = DuckEngine.Open();
        engine.Execute($"CREATE TABLE numbers AS {relation}");
        var expected = new List<string>();
        using (var rows = engine.Query($"SELECT CAST(v AS VARCHAR) FROM numbers"))
            while (rows.Read())
                for (var row = 0; row < rows.Rows; row++)
                    expected.Add(Encoding.UTF8.GetString(rows[0][row]) is var text && text == "nan" ? "" : text);

        var actual = new List<string>();
        using var typed = new TypedChunk([ValueText.For(type)]);
        using (var rows = engine.Query($"SELECT {new TypedColumn(0, "v", type).Select("v")} FROM numbers"))
            while (rows.Next() is { } chunk)
                using (chunk)
                {
                    var texts = typed.Over(chunk)[0];
                    for (var row = 0; row < chunk.Rows; row++)
                        actual.Add(Encoding.UTF8.GetString(texts[row]));
                }

        Assert.True(expected.Count > 60_000);
        Assert.Equal(expected, actual);
    }

    static string Any(Random random)
    {
        double number;
        do
            number = BitConverter.Int64BitsToDouble(random.NextInt64());
        while (!double.IsFinite(number));
        return number.ToString("R", CultureInfo.InvariantCulture);
    }
}
