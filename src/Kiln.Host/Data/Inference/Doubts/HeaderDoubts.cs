using Kiln.Contracts;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference.Readings;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>Names of columns that repeat, or look like values.</summary>
static class HeaderDoubts
{
    public static IEnumerable<Diagnostic> Find(FirstReading reading)
    {
        // Columns of tables and of JSON have no header that could be a row.
        if (reading.Sources[0] is not CsvSource source)
            yield break;
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scanner.Fields.Count; i++)
            if (scanner.Text(i) is { Length: > 0 } text && !seen.Add(text))
                yield return At(i, $"'{text}' names more than one column; the contract calls this one '{source.Columns[i]}', even if its content or "
                    + "position changes; give it a unique name in the file, and delete the contract to have it inferred again");
        if (HeaderValues.Read(reading) is { LookLikeData: true, Telling: var telling })
            yield return At(telling, $"'{scanner.Text(telling)}' is a value like those below it, not a column name; "
                + "if the file has no header, add a line of names above it, and delete the contract to have it inferred again");

        Diagnostic At(int field, string message) =>
            new(source.Path, scanner.Fields[field].Line, scanner.Fields[field].Column, Ids.DoubtfulHeader, message, IsWarning: true);
    }
}
