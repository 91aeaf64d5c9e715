using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;

namespace Kiln.Host.Data.Inference;

/// <summary>Finds out how a file separates and quotes its fields.</summary>
static class DialectSniffer
{
    public static Dialect Sniff(DuckEngine engine, string file)
    {
        LongRow.ThrowIfLineIsTooLong(file);
        var (delimiter, quote, escape) = Ask(engine, file);
        // DuckDB prefers a dialect that reads a broken file as one column over one with a broken row; the header knows better,
        // and the broken row is then reported where it stands.
        if (delimiter.Length != 1 || Count(file, delimiter[0]) == 0)
            delimiter = OtherDelimiter.Known.MaxBy(c => Count(file, c)).ToString();
        // A sample without quotes says nothing about the rows after it (duckdb#11838), and an apostrophe is a quote only where
        // the file is no table without it: it is part of 'tis and of 'v1' otherwise.
        if (quote.Length != 1 || quote != "\"" && IsTable(file, delimiter))
            (quote, escape) = ("\"", "\"");
        return new() { Delimiter = delimiter, Quote = quote, Escape = escape.Length == 1 ? escape : quote };
    }

    static (string Delimiter, string Quote, string Escape) Ask(DuckEngine engine, string file)
    {
        try
        {
            using var rows = engine.Query(CsvQuery.Sniff(file, DataFile.Compression(file)));
            return rows.Read() ? (Unwrap(rows[0][0]), Unwrap(rows[1][0]), Unwrap(rows[2][0])) : ("", "", "");
        }
        catch (EngineException)
        {
            // No dialect fits every row, or the file is damaged. Reading it with the likeliest one will tell where.
            return ("", "", "");
        }
    }

    static string Unwrap(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text)[1..^1] is var inner && inner == "(empty)" ? "" : inner;

    static bool IsTable(string file, string delimiter)
    {
        using var scanner = CsvScanner.Open(file, new() { Delimiter = delimiter });
        var width = scanner.ReadRecord() ? scanner.Fields.Count : 0;
        while (scanner.ReadRow(width))
            if (scanner.Fields.Count != width || scanner.Malformed is not null)
                return false;
        return true;
    }

    static int Count(string file, char delimiter)
    {
        using var scanner = CsvScanner.Open(file, new() { Delimiter = delimiter.ToString() });
        return scanner.ReadRecord() ? scanner.Fields.Count - 1 : 0;
    }
}
