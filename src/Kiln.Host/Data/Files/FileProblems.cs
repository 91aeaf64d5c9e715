using System.Globalization;
using Kiln.Contracts;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>What can be wrong with a data file before any contract is looked at.</summary>
static class FileProblems
{
    public static Diagnostic Empty(string file) => new(
        file, 1, 1, Ids.DataFileEmpty,
        "the data file is empty, so there are no columns to learn from; put a header line and rows into it, or name another file");

    public static Diagnostic NoRows(string file) => new(
        file, 1, 1, Ids.NoRows,
        "the data file has a header and no rows, so there is nothing to learn from; add rows, or name another file");

    public static Diagnostic NotText(string file, int line, int column) => new(
        file, line, column, Ids.DataUnreadable,
        "this is not UTF-8 text, so it cannot be read without guessing; save the file as UTF-8 (in Excel: \"CSV UTF-8\")");

    public static Diagnostic HoldsNul(string file, int line, int column) => new(
        file, line, column, Ids.DataUnreadable,
        "this field holds a NUL character, which does not belong in text and which many programs treat as its end; the file may be damaged or binary: write it again without the character");

    public static Diagnostic CannotOpen(string file, string reason) => new(
        file, 1, 1, Ids.DataUnreadable,
        $"the data file cannot be opened: {reason.TrimEnd('.')}; close the program that has it open, or let the build read it");

    public static Diagnostic CutOff(string file, string packing = "gzip") => new(
        file, 1, 1, Ids.DataUnreadable,
        $"the {packing} file is damaged or cut off, so rows would be lost silently; copy or download it again");

    public static Diagnostic BytesBehindEnd(string file) => new(
        file, 1, 1, Ids.DataUnreadable,
        "the gzip file is followed by uncompressed bytes, and any rows in them would be lost silently; "
        + "copy or download it again, or compress it again");

    public static Diagnostic OpenQuote(string file, int line, int column) => new(
        file, line, column, Ids.DataUnreadable,
        "a quoted field is not closed, or has text after its closing quote, so it is not clear where it ends; "
        + "close it, and write a quote inside a quoted field twice");

    public static Diagnostic TooLong(string file, int line, int column) => new(
        file, line, column, Ids.DataUnreadable,
        $"this row is longer than {CsvQuery.LongestRow >> 20} MB, which is the most that is read; "
        + "close a quote that was left open, or shorten its fields");

    public static Diagnostic AddsNothing(string file) => new(
        file, 1, 1, Ids.NoRows,
        "the data file has a header and no rows, so it adds nothing to its dataset; if it should, look for lost line breaks, "
        + "otherwise leave it out",
        IsWarning: true);

    public static Diagnostic RowsLost(string file, long rows, long read) => new(
        file, 1, 1, Ids.RowsLost,
        $"the file has {Counted.Format(rows, "row")}, and {(read < rows ? "only " : "")}{read.ToString(CultureInfo.InvariantCulture)} "
        + $"{(read == 1 ? "was" : "were")} read, so the model would learn from different data than the file's; "
        + "write the file again with one kind of line end, and with quotes around each field that contains a quote or a line break");
}
