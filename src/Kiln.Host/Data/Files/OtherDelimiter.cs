using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>
/// Notices a file that separates its fields by something else than its dataset does. Read as it is meant to be, it has one column, which
/// would be told as all the others missing.
/// </summary>
static class OtherDelimiter
{
    /// <summary>What separates fields in files as they come.</summary>
    public const string Known = ",;\t|";

    /// <param name="width">How many columns the file should have.</param>
    /// <param name="expected">What says so: another file, or the contract.</param>
    public static Diagnostic? Find(CsvSource source, int width, string expected)
    {
        if (width < 2 || source.Columns.Count > 1)
            return null;
        foreach (var delimiter in Known)
        {
            if (delimiter == source.Dialect.Delimiter[0])
                continue;
            using var scanner = CsvScanner.Open(source.Path, new() { Delimiter = delimiter.ToString(), Quote = source.Dialect.Quote, Escape = source.Dialect.Escape });
            if (scanner.ReadRecord() && scanner.Fields.Count > 1)
                return new(source.Path, 1, 1, Ids.DataUnreadable,
                    $"this file separates fields with {Name(delimiter)}, but {expected} says {Name(source.Dialect.Delimiter[0])}, and the files of one "
                    + "dataset need one separator; rewrite it with that separator, or make it a separate dataset");
        }
        return null;
    }

    static string Name(char delimiter) => delimiter == '\t' ? "a tab" : $"'{delimiter}'";
}
