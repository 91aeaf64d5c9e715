using System.Globalization;
using System.Text.Unicode;
using Kiln.Contracts.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>The names of a file's columns.</summary>
static class CsvHeader
{
    /// <summary>The header as it is written.</summary>
    /// <exception cref="BuildException">The file is empty or is no text, or a name is not closed.</exception>
    public static IReadOnlyList<string> Read(string file, Dialect dialect)
    {
        using var scanner = CsvScanner.Open(file, dialect);
        if (!scanner.ReadRecord())
            throw new BuildException(FileProblems.Empty(file));
        for (var field = 0; field < scanner.Fields.Count; field++)
            if (!Utf8.IsValid(scanner.Bytes(field)) || scanner.Bytes(field).Contains((byte)0))
                throw new BuildException(FileProblems.NotText(file, scanner.Fields[field].Line, scanner.Fields[field].Column));
        if (scanner.Malformed is { } open)
            throw new BuildException(FileProblems.OpenQuote(file, open.Line, open.Column));
        return [.. Enumerable.Range(0, scanner.Fields.Count).Select(scanner.Text)];
    }

    /// <summary>
    /// Headers as they are, but each its own: one left empty (the row names of R, the index of pandas) is called by its place,
    /// <c>column1</c>, and the second <c>price</c> is <c>price_2</c>. So a contract can name every column, and a file reads the same each time.
    /// </summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> headers)
    {
        var used = new HashSet<string>(headers, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[headers.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = headers[i];
            if (name.Length == 0)
                name = Unused("column" + (i + 1).ToString(CultureInfo.InvariantCulture));
            else if (!seen.Add(name))
                name = Unused(name);
            names[i] = name;
        }
        return names;

        string Unused(string name)
        {
            var unique = name;
            for (var n = 2; !used.Add(unique); n++)
                unique = name + "_" + n.ToString(CultureInfo.InvariantCulture);
            return unique;
        }
    }
}
