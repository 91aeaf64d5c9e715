using System.Text.RegularExpressions;
using System.Text.Unicode;
using Kiln.Contracts;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>Finds the place where a file stops being a table, and says in one line what is wrong there.</summary>
static partial class UnreadableRow
{
    const int LongestShown = 200;

    public static Diagnostic Explain(CsvSource source, EngineException reason)
    {
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        var lineEnd = scanner.LineEnd;
        while (scanner.ReadRow(source.Columns.Count))
            if (Explain(source, scanner, lineEnd) is { } found)
                return found;
        // Not what the scanner knows: keep the first line of DuckDB's words, which names the matter, and its line number.
        var line = LineNumber().Match(reason.Message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan) : 1;
        var words = reason.Message.Split('\n').FirstOrDefault(part => part.Length > 0 && !IsAboutPlace(part), "").Trim();
        return new(source.Path, line, 1, Ids.DataUnreadable,
            $"the file cannot be read as a table: {(words.Length > LongestShown ? words[..LongestShown] + "…" : words)}; correct this line");
    }

    static Diagnostic? Explain(CsvSource source, CsvScanner scanner, string lineEnd)
    {
        if (scanner.Malformed is { } open)
            return FileProblems.OpenQuote(source.Path, open.Line, open.Column);
        for (var i = 0; i < scanner.Fields.Count; i++)
            if (!Utf8.IsValid(scanner.Bytes(i)))
                return FileProblems.NotText(source.Path, scanner.Fields[i].Line, scanner.Fields[i].Column);
        for (var i = 0; i < scanner.Fields.Count; i++)
            if (scanner.Bytes(i).Contains((byte)0))
                return FileProblems.HoldsNul(source.Path, scanner.Fields[i].Line, scanner.Fields[i].Column);
        var (found, expected) = (scanner.Fields.Count, source.Columns.Count);
        var place = scanner.Fields[found > expected ? expected : 0];
        if (found != expected)
            return new(source.Path, place.Line, place.Column, Ids.DataUnreadable,
                $"this row has {Counted.Format(found, "field")}, but the header has {Counted.Format(expected, "column")}, "
                + "so its values cannot be matched to columns; add or remove fields, or quote a field that contains the delimiter");
        if (scanner.LineEnd != lineEnd && scanner.LineEnd.Length > 0)
            return new(source.Path, scanner.Line, 1, Ids.DataUnreadable,
                $"this line ends in {scanner.LineEnd} and the header in {lineEnd}, so rows cannot be told apart; "
                + "save the file with one kind of line end");
        return null;
    }

    static bool IsAboutPlace(string words) => LineNumber().IsMatch(words) || words.StartsWith("Original Line", StringComparison.Ordinal);

    [GeneratedRegex(@"CSV Error on Line: (\d{1,9})")]
    private static partial Regex LineNumber();
}
