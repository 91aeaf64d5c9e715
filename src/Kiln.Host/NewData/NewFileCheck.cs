using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Holds one new file against those before it. What differs is told once, at the column it is true of.</summary>
/// <param name="table">The rows of all.</param>
/// <param name="known">The files before it; at least one.</param>
/// <param name="repeats">For each partition of the table.</param>
sealed class NewFileCheck(Table table, IReadOnlyList<Partition> known, Repeats[] repeats, Places places)
{
    /// <summary>Expected false alarms for each good file that arrives, all its tests together (Bonferroni).</summary>
    public const double FalseAlarms = 0.01;

    /// <summary>Distribution, mean and missing values.</summary>
    const int TestsOfColumn = 3;

    /// <summary>The number of rows, those that repeat, and those of earlier files.</summary>
    const int TestsOfFile = 3;

    readonly List<TableColumn> _columns = [.. table.Columns.Where(column => column.Column.Role is ColumnRole.Feature or ColumnRole.Label or ColumnRole.Group)];

    double Probability => FalseAlarms / (TestsOfColumn * _columns.Count + TestsOfFile);

    public IEnumerable<Diagnostic> Check(Partition fresh) =>
        [.. Rows(fresh), .. Again(fresh), .. new ColumnCheck(_columns, known, fresh, places, Probability).Check()];

    IEnumerable<Diagnostic> Rows(Partition fresh)
    {
        if (RowCountTest.IsAlarm([.. known.Select(file => file.Rows)], fresh.Rows, Probability))
            yield return places.AtFile(fresh, Ids.RowCountUnusual,
                $"the file has {Counted.Format(fresh.Rows, "row")}, and {Earlier(known)} had {Counted.Format((long)known.Average(file => file.Rows), "row")} on average "
                + $"(from {known.Min(file => file.Rows):N0} to {known.Max(file => file.Rows):N0}): an export that was cut off, or the wrong period?");
    }

    IEnumerable<Diagnostic> Again(Partition fresh)
    {
        Repeats Of(Partition file) => repeats[IndexOf(file)];
        var mine = Of(fresh);
        var within = ShareTest.Judge([.. known.Select(file => Split(Of(file).Within, file))], Split(mine.Within, fresh), Probability);
        if (within.IsAlarm && within.Share != within.Before && mine.Within * within.EarlierRows > known.Sum(file => Of(file).Within) * within.Rows)
            yield return places.AtRow(fresh, mine.FirstWithin, Ids.RowsRepeatedInFile,
                $"{Counted.Format(mine.Within, "row")} of the file ({Percent(mine.Within, fresh.Rows)}) equal{(mine.Within == 1 ? "s" : "")} an earlier row of it, this one first; in {Earlier(known)} "
                + $"{Percent(known.Sum(file => Of(file).Within), known.Sum(file => (long)file.Rows))} did: was something exported twice?");
        var elsewhere = ShareTest.Judge([.. known.Select(file => Split(Of(file).Elsewhere, file))], Split(mine.Elsewhere, fresh), Probability);
        if (elsewhere.IsAlarm && mine.Elsewhere * elsewhere.EarlierRows > known.Sum(file => Of(file).Elsewhere) * elsewhere.Rows)
            yield return places.AtRow(fresh, mine.FirstElsewhere, Ids.RowsOfEarlierFile,
                $"{Counted.Format(mine.Elsewhere, "row")} of the file ({Percent(mine.Elsewhere, fresh.Rows)}) {(mine.Elsewhere == 1 ? "is" : "are")} in an earlier file too, this one first, "
                + $"most of them in '{table.Partitions[mine.Partner].FileName}': the same file under another name, or periods that overlap?");
    }

    int IndexOf(Partition file) => table.Partitions.ToList().IndexOf(file);

    static long[] Split(long part, Partition file) => [part, file.Rows - part];

    public static string Earlier(IReadOnlyList<Partition> known) => known.Count == 1 ? $"'{known[0].FileName}' before it" : $"the {known.Count:N0} files before it";

    static string Percent(long part, long rows) => FormattableString.Invariant($"{100.0 * part / rows:0.##} %");
}
