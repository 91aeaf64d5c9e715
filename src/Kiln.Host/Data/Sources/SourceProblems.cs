using System.Globalization;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>What can be wrong with rows that stand in no line.</summary>
static class SourceProblems
{
    public static Diagnostic HoldsNul(string path, long row, string column) => NumberedRows.Place(path, row).Say(Ids.DataUnreadable,
        $"the value of column '{column}' holds a NUL character, which does not belong in text and which many programs treat as its end; write it without the character");

    public static Diagnostic NotText(string path, long row, string column) => NumberedRows.Place(path, row).Say(Ids.DataUnreadable,
        $"the value of column '{column}' is not UTF-8 text, so it cannot be read without guessing; write it as UTF-8");

    public static Diagnostic NoColumns(string path) => new FieldPlace(path, 0, 0).Say(Ids.DataFileEmpty,
        "there is no column that holds numbers, texts or dates, so there is nothing to learn from; name another file, table or query");

    public static Diagnostic TooMany(string path, long rows) => new FieldPlace(path, 0, 0).Say(Ids.DataUnreadable,
        string.Create(CultureInfo.InvariantCulture, $"this and the files before it have {rows:N0} rows, more than the {Array.MaxLength:N0} that a dataset can have; name fewer files, or select rows with a Query"));

    public static Diagnostic RowsChanged(string path, long rows, long read) => new FieldPlace(path, 0, 0).Say(Ids.RowsLost,
        $"there were {Counted.Format(rows, "row")} when they were counted, and {read.ToString(CultureInfo.InvariantCulture)} {(read == 1 ? "was" : "were")} read, "
        + "so the model would learn from different data than is there; build again when nothing writes to it any more, or write it again");
}
