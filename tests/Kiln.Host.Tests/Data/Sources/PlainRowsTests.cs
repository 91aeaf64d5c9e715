using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Files.Plain;
using Kiln.Host.Diagnostics;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

/// <summary>Rows that are read here, or by DuckDB from the first odd one on, are the rows that DuckDB reads alone.</summary>
public sealed class PlainRowsTests : IDisposable
{
    static readonly string[] Plain =
        ["", "a", "-7.5", "ü", "😀", " ", "  b", "c ", "twelve bytes", "thirteen byte", "\"\"", "\"x\"", "\"p,q\"", "\"l\nm\"", "\"say \"\"hi\"\"\"", "\"\"\"\"", "'", "\"a much longer text, \"\"quoted\"\"\""];

    static readonly string[] Odd = ["d\"e", " \"f\"", "\"g\" ", "\"l\r\nm\"", "more,fields", "\"open", "\"x\"y", "a\rb", "a\0b", "\n", "\\\"", "\t"];

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "\n", 0)]
    [InlineData(2, "\r\n", 0)]
    [InlineData(3, "\n", 40)]
    [InlineData(4, "\r\n", 40)]
    [InlineData(5, "\r", 0)]
    public void Rows_are_what_DuckDB_reads(int seed, string lineEnd, int oddOneIn)
    {
        using var engine = DuckEngine.Open();
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var width = random.Next(1, 5);
            var text = Text(random, width, round == 0 ? 20_000 : random.Next(0, 20), lineEnd, oddOneIn);
            var file = _folder.Csv(text).Files[0];

            var (expected, actual) = (Attempt(() => Engine(engine, file, width)), Attempt(() => Read(engine, file)));
            Assert.True(expected is null ? actual is null : actual is not null && expected.SequenceEqual(actual),
                $"{text}\n--- DuckDB\n{Say(expected)}\n--- here\n{Say(actual)}");
        }
    }

    /// <summary>Rows, quotes and letters lie across what is read at a time, and a row is longer than that.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Files_of_many_reads_need_no_engine(string lineEnd)
    {
        var random = new Random(9);
        var text = new StringBuilder("a,b,c");
        var expected = new List<string>();
        for (var row = 0; row < 30_000; row++)
        {
            string[] fields = [$"{row}", new('ü', row == 20_000 ? 300_000 : random.Next(20)), string.Concat(Enumerable.Repeat("\"\n", random.Next(3)))];
            expected.AddRange(fields);
            text.Append(lineEnd).Append(fields[0]).Append(',').Append(fields[1]).Append(",\"").Append(fields[2].Replace("\"", "\"\"")).Append('"');
        }

        Assert.Equal(expected, Read(null!, _folder.Csv(text.ToString()).Files[0]));
    }

    /// <summary>What is read at a time follows from how long rows are, up to where it would take more memory than the rows do.</summary>
    [Fact]
    public void Long_rows_are_read_few_at_a_time()
    {
        var texts = Enumerable.Range(0, 12).Select(i => new string((char)('a' + i), 1_100_000)).ToList();
        var file = _folder.Csv("a,b\n" + string.Concat(texts.Select(text => $"1,{text}\n"))).Files[0];
        using var rows = new PlainRows(File.OpenRead(file), new(), 2, [1]);
        var (read, most) = (new List<string>(), 0);
        while (rows.Next() is { } chunk)
            using (chunk)
            {
                most = Math.Max(most, chunk.Length);
                for (var row = 0; row < chunk.Rows; row++)
                    read.Add(Encoding.UTF8.GetString(chunk[0][row]));
            }

        Assert.Equal(texts, read);
        Assert.InRange(most, 1_100_000, 4 << 20);
    }

    [Theory]
    [InlineData(",", "\"", "\"", true)]
    [InlineData("\t", "", "", true)]
    [InlineData(";", "'", "", true)]
    [InlineData(",", "\"", "\\", false)]
    [InlineData(" ", "", "", false)]
    [InlineData("§", "", "", false)]
    public void Dialects_of_single_signs_are_known(string delimiter, string quote, string escape, bool expected) =>
        Assert.Equal(expected, PlainParser.Knows(new() { Delimiter = delimiter, Quote = quote, Escape = escape }, width: 2));

    static string Text(Random random, int width, int rows, string lineEnd, int oddOneIn)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "").AppendJoin(',', Enumerable.Range(0, width).Select(i => random.Next(9) == 0 ? $"\"h,{i}\"" : "h" + i));
        for (; rows >= 0; rows--)
            text.Append(oddOneIn > 0 && random.Next(10 * oddOneIn) == 0 ? "\n" : lineEnd).AppendJoin(',', Enumerable.Range(0, random.Next(8) == 0 && width > 1 ? 0 : width)
                .Select(_ => oddOneIn > 0 && random.Next(oddOneIn) == 0 ? Odd[random.Next(Odd.Length)] : Plain[random.Next(Plain.Length)]));
        return text.Append(random.Next(2) == 0 ? lineEnd : "").ToString();
    }

    /// <summary>Null where it is refused.</summary>
    static List<string>? Attempt(Func<List<string>> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is EngineException or BuildException)
        {
            return null;
        }
    }

    static List<string> Engine(DuckEngine engine, string file, int width)
    {
        var fields = new List<string>();
        using var rows = engine.Query(CsvQuery.Select(file, "none", new Dialect(), width, Enumerable.Range(0, width)));
        while (rows.Read())
            Take(rows, width, fields);
        return fields.Exists(field => field.Contains('\0')) ? throw new EngineException("NUL") : fields;
    }

    static List<string> Read(DuckEngine engine, string file)
    {
        var fields = new List<string>();
        var source = CsvSource.Open(file, new());
        source.Read(engine, source.Columns, rows => Take(rows, source.Columns.Count, fields));
        return fields;
    }

    static void Take(IRowChunk rows, int width, List<string> fields)
    {
        for (var row = 0; row < rows.Rows; row++)
            for (var column = 0; column < width; column++)
                fields.Add(Encoding.UTF8.GetString(rows[column].Untrimmed(row)));
    }

    static string Say(List<string>? fields) => fields is null ? "(refused)" : string.Join("|", fields);
}
