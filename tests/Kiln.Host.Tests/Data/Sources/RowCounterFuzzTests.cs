using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

/// <summary>A row that is lost is only noticed if the counter counts as a reader does: DuckDB and the scanner, in files of all kinds.</summary>
public sealed class RowCounterFuzzTests : IDisposable
{
    static readonly string[] Pieces =
    [
        "", "a", "7", "ü", "😀", " ", "  b", "c ", "\"\"", "\"x\"", "\"p,q\"", "\"l\nm\"", "\"l\r\nm\"", "\"say \"\"hi\"\"\"", "d\"e",
        " \"f\"", " \"f,\n\"", "\"g\" ", "\"\"\"\"", "'", "\\",
    ];

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "\n")]
    [InlineData(2, "\n")]
    [InlineData(3, "\r\n")]
    [InlineData(4, "\r\n")]
    [InlineData(5, "\r")]
    [InlineData(6, "\r")]
    public void The_counter_counts_what_is_read(int seed, string lineEnd)
    {
        using var engine = DuckEngine.Open();
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var width = random.Next(1, 4);
            var text = Text(random, width, lineEnd, new Dialect());
            var file = _folder.Csv(text).Files[0];

            var (counted, read, scanned) = (Count(Encoding.UTF8.GetBytes(text), new Dialect(), width, random), Engine(engine, file, width), Scanner(file, new(), width));
            Assert.True(counted == read && counted == scanned, $"counted {counted}, DuckDB {read}, scanner {scanned}:\n{text}");
        }
    }

    [Theory]
    [InlineData("\"", "\\")]
    [InlineData("'", "'")]
    [InlineData("\"", "")]
    [InlineData("", "")]
    public void Other_dialects_are_counted_as_the_scanner_counts_them(string quote, string escape)
    {
        var dialect = new Dialect { Delimiter = ";", Quote = quote, Escape = escape };
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var width = random.Next(1, 4);
            var text = Text(random, width, "\n", dialect);

            Assert.True(
                Count(Encoding.UTF8.GetBytes(text), dialect, width, random) == Scanner(_folder.Csv(text).Files[0], dialect, width), text);
        }
    }

    [Fact]
    public void Packed_files_are_counted_unpacked()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},\"x\n{i}\"\n"));

        Assert.Equal(50_000, CsvSource.Open(_folder.Packed(text, "data.csv.gz").Files[0], new Dialect()).Rows);
    }

    static string Text(Random random, int width, string lineEnd, Dialect dialect)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "").AppendJoin(',', Enumerable.Range(0, width).Select(i => random.Next(9) == 0 ? $"\"h,{i}\"" : "h" + i));
        for (var row = random.Next(0, 12); row >= 0; row--)
            text.Append(lineEnd).AppendJoin(',', Enumerable.Range(0, random.Next(8) == 0 && width > 1 ? 0 : width).Select(_ => Pieces[random.Next(Pieces.Length)]));
        if (random.Next(2) == 0)
            text.Append(lineEnd);
        return dialect.Delimiter == "," ? text.ToString() : text.Replace(",", dialect.Delimiter).Replace("\"", dialect.Quote.Length == 0 ? "\"" : dialect.Quote).ToString();
    }

    /// <summary>In pieces of any length, for a quote or a line end may lie between two.</summary>
    static long? Count(byte[] bytes, Dialect dialect, int width, Random random) => RowCounter.Count(new Pieced(bytes, random), dialect, width);

    static long Engine(DuckEngine engine, string file, int width)
    {
        var count = 0L;
        using var rows = engine.Query(CsvQuery.Select(file, "none", new Dialect(), width, Enumerable.Range(0, width)));
        while (rows.Read())
            count += rows.Rows;
        return count;
    }

    static long Scanner(string file, Dialect dialect, int width)
    {
        using var scanner = CsvScanner.Open(file, dialect);
        scanner.ReadRecord();
        var count = 0L;
        while (scanner.ReadRow(width))
            count++;
        return count;
    }

    sealed class Pieced(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, random.Next(1, 6))]);
    }
}
