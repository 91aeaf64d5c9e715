using Kiln.Contracts;
using Kiln.TrainerHost.Diagnostics;

namespace Kiln.TrainerHost.Data.Files;

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
        "this field holds a NUL character, which no text has and many programs take for its end; the file may be damaged or binary: write it again without it");

    public static Diagnostic CannotOpen(string file, string reason) => new(
        file, 1, 1, Ids.DataUnreadable,
        $"the data file cannot be opened: {reason.TrimEnd('.')}; close the program that holds it, or let the build read it");

    public static Diagnostic CutOff(string file) => new(
        file, 1, 1, Ids.DataUnreadable,
        "the gzip file is damaged or cut off, so rows would be missing without a sign; copy or download it again");
}
