using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

/// <summary>Places are only right if the scanner and DuckDB see the same rows and fields in a file.</summary>
public sealed class CsvScannerFuzzTests : IDisposable
{
    static readonly string[] Pieces =
        ["", "a", "7", "ü", "😀", " ", "  b", "c ", "\"\"", "\"x\"", "\"p,q\"", "\"l\nm\"", "\"l\r\nm\"", "\"say \"\"hi\"\"\"", "d\"e", " \"f\"", "\"g\" ", "\"\"\"\"", "'"];

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "\n")]
    [InlineData(2, "\n")]
    [InlineData(3, "\r\n")]
    [InlineData(4, "\r\n")]
    public void The_scanner_reads_what_DuckDB_reads(int seed, string lineEnd)
    {
        using var engine = DuckEngine.Open();
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var width = random.Next(1, 4);
            var text = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "").AppendJoin(',', Enumerable.Range(0, width).Select(i => "h" + i));
            for (var row = random.Next(0, 12); row >= 0; row--)
                text.Append(lineEnd).AppendJoin(',', Enumerable.Range(0, random.Next(8) == 0 && width > 1 ? 0 : width).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (random.Next(2) == 0)
                text.Append(lineEnd);
            var file = _folder.Csv(text.ToString()).Files[0];

            var (expected, actual) = (Engine(engine, file, width), Scanner(file, width));
            Assert.True(expected.SequenceEqual(actual),
                $"{text}\n--- DuckDB\n{string.Join("|", expected)}\n--- scanner\n{string.Join("|", actual)}");
        }
    }

    static List<string> Engine(DuckEngine engine, string file, int width)
    {
        var fields = new List<string>();
        using var rows = engine.Query(CsvQuery.Select(file, "none", new Dialect(), width, Enumerable.Range(0, width)));
        while (rows.Read())
            for (var row = 0; row < rows.Rows; row++)
                for (var column = 0; column < width; column++)
                    fields.Add(Encoding.UTF8.GetString(rows[column][row]));
        return fields;
    }

    static List<string> Scanner(string file, int width)
    {
        var fields = new List<string>();
        using var scanner = CsvScanner.Open(file, new Dialect());
        scanner.ReadRecord();
        while (scanner.ReadRow(width))
            for (var column = 0; column < width; column++)
                fields.Add(column < scanner.Fields.Count ? scanner.Text(column) : "(no field)");
        return fields;
    }
}
