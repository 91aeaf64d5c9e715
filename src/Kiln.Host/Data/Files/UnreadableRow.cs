using System.Globalization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Kiln.Contracts;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>Finds the places where a file is no table, and says in one line what is wrong at each.</summary>
static partial class UnreadableRow
{
    const int LongestShown = 200;

    /// <summary>As many as of a rule of the contract.</summary>
    const int Most = 20;

    public static IReadOnlyList<Diagnostic> Explain(CsvSource source, EngineException reason)
    {
        var (found, others, next) = (new List<Diagnostic>(), 0L, 0);
        try
        {
            foreach (var (row, line) in Find(source))
                if (found.Count < Most)
                    found.Add(row);
                else if (others++ == 0)
                    next = line;
        }
        // One that is too long to be read, behind others.
        catch (BuildException e) when (found.Count > 0)
        {
            found.AddRange(e.Diagnostics);
        }
        if (others > 0)
            found.Add(new(source.Path, next, 1, Ids.DataUnreadable,
                string.Create(CultureInfo.InvariantCulture, $"{others:N0} more {(others == 1 ? "row" : "rows")} from here on cannot be read either; look for what they have in common")));
        return found.Count > 0 ? found : [InItsWords(source, reason)];
    }

    /// <summary>What the scanner knows, row by row, up to where no row behind can be told from another.</summary>
    static IEnumerable<(Diagnostic Row, int Line)> Find(CsvSource source)
    {
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        var lineEnd = scanner.LineEnd;
        while (scanner.ReadRow(source.Columns.Count))
        {
            var last = Last(source, scanner, lineEnd);
            if ((last ?? Explain(source, scanner)) is { } found)
                yield return (found, scanner.Line);
            if (last is not null)
                yield break;
        }
    }

    static Diagnostic InItsWords(CsvSource source, EngineException reason)
    {
        // Not what the scanner knows: keep the first line of DuckDB's words, which names the matter, and its line number.
        var line = LineNumber().Match(reason.Message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan) : 1;
        var words = reason.Message.Split('\n').FirstOrDefault(part => part.Length > 0 && !IsAboutPlace(part), "").Trim();
        return new(source.Path, line, 1, Ids.DataUnreadable,
            $"the file cannot be read as a table: {Shortened.Text(words, LongestShown)}; correct this line");
    }

    /// <summary>What is wrong with the whole file from here on, and not with the row alone.</summary>
    static Diagnostic? Last(CsvSource source, CsvScanner scanner, string lineEnd)
    {
        if (scanner.Malformed is { } open)
            return FileProblems.OpenQuote(source.Path, open.Line, open.Column);
        for (var i = 0; i < scanner.Fields.Count; i++)
            if (!Utf8.IsValid(scanner.Bytes(i)))
                return FileProblems.NotText(source.Path, scanner.Fields[i].Line, scanner.Fields[i].Column);
        return scanner.Fields.Count != source.Columns.Count || scanner.LineEnd == lineEnd || scanner.LineEnd.Length == 0 ? null
            : new(source.Path, scanner.Line, 1, Ids.DataUnreadable,
                $"this line ends in {scanner.LineEnd} and the header in {lineEnd}, so rows cannot be told apart; "
                + "save the file with one kind of line end");
    }

    static Diagnostic? Explain(CsvSource source, CsvScanner scanner)
    {
        for (var i = 0; i < scanner.Fields.Count; i++)
            if (scanner.Bytes(i).Contains((byte)0))
                return FileProblems.HoldsNul(source.Path, scanner.Fields[i].Line, scanner.Fields[i].Column);
        var (found, expected) = (scanner.Fields.Count, source.Columns.Count);
        var place = scanner.Fields[found > expected ? expected : 0];
        return found == expected ? null
            : new(source.Path, place.Line, place.Column, Ids.DataUnreadable,
                $"this row has {Counted.Format(found, "field")}, but the header has {Counted.Format(expected, "column")}, "
                + "so its values cannot be matched to columns; add or remove fields, or quote a field that contains the delimiter");
    }

    static bool IsAboutPlace(string words) => LineNumber().IsMatch(words) || words.StartsWith("Original Line", StringComparison.Ordinal);

    [GeneratedRegex(@"CSV Error on Line: (\d{1,9})")]
    private static partial Regex LineNumber();
}
