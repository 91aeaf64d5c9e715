using Kiln.Contracts.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>Finds the row that is longer than any that is read.</summary>
static class LongRow
{
    /// <summary>
    /// Before the dialect is known a line is the least that a row can be. DuckDB, which finds the dialect out, would read all of a line for each one
    /// that it tries. A packed file can be a thousand times as long as it looks, also of blank lines: there a row is what it mostly is.
    /// </summary>
    /// <exception cref="BuildException">A line is too long, or the file is packed and not whole.</exception>
    public static void ThrowIfLineIsTooLong(string file)
    {
        using var text = DataFile.Open(file);
        var dialect = DataFile.Compression(file) != "none" ? new Dialect() : new Dialect { Quote = "", Escape = "" };
        if (RowCounter.Count(text, dialect, 1) is null)
            throw new BuildException(Find(file, new(), 1));
    }

    public static Diagnostic Find(string file, Dialect dialect, int width)
    {
        try
        {
            using var scanner = CsvScanner.Open(file, dialect);
            scanner.ReadRecord();
            while (scanner.ReadRow(width))
            {
            }
            return FileProblems.TooLong(file, 1, 1);
        }
        catch (BuildException e)
        {
            return e.Diagnostics[0];
        }
    }
}
