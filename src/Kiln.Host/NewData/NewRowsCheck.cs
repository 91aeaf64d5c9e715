using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Holds rows that came against the parts of the data before them. What differs is told once, at the column it is true of.</summary>
/// <param name="repeats">For each part, and for the new rows.</param>
sealed class NewRowsCheck(IEnumerable<TableColumn> columns, IReadOnlyDictionary<RowRange, Repeats> repeats, Places places)
{
    /// <summary>Expected false alarms for all good rows that arrive at once, all tests together (Bonferroni).</summary>
    public const double FalseAlarms = 0.01;

    /// <summary>Distribution, mean and missing values.</summary>
    const int TestsOfColumn = 3;

    /// <summary>The number of rows, those that repeat, and those that were there before.</summary>
    const int TestsOfRows = 3;

    readonly List<TableColumn> _columns = [.. columns.Where(IsCompared)];

    double Probability => FalseAlarms / (TestsOfColumn * _columns.Count + TestsOfRows);

    /// <summary>Ids, times and what is ignored are never like what they were.</summary>
    public static bool IsCompared(TableColumn column) => column.Column.Role is ColumnRole.Feature or ColumnRole.Label or ColumnRole.Group or ColumnRole.Weight;

    public IEnumerable<Diagnostic> Check(NewRows fresh) =>
        [.. Rows(fresh), .. Again(fresh), .. new NewColumnsCheck(_columns, fresh, places, Probability).Check()];

    IEnumerable<Diagnostic> Rows(NewRows fresh)
    {
        var known = fresh.Known;
        if (RowCountTest.IsAlarm([.. known.Select(part => part.Rows)], fresh.Range.Rows, Probability))
            yield return places.At(fresh.Start, Ids.RowCountUnusual,
                $"{fresh.Count}, and {fresh.Earlier} had {Counted.Format((long)known.Average(part => part.Rows), "row")} on average "
                + FormattableString.Invariant($"(from {known.Min(part => part.Rows):N0} to {known.Max(part => part.Rows):N0}): an export that was cut off, or the wrong period?"));
    }

    IEnumerable<Diagnostic> Again(NewRows fresh)
    {
        var (known, mine) = (fresh.Known, repeats[fresh.Range]);
        var within = ShareTest.Judge([.. known.Select(part => Split(repeats[part].Within, part))], Split(mine.Within, fresh.Range), Probability);
        if (within.IsAlarm && within.Share != within.Before && mine.Within * within.EarlierRows > known.Sum(part => repeats[part].Within) * within.Rows)
            yield return places.At(fresh.Find(mine.FirstWithin), Ids.RowsRepeatedInFile,
                $"{Of(mine.Within, fresh)} equal{(mine.Within == 1 ? "s" : "")} an earlier one of them, this one first; in {fresh.Earlier} "
                + $"{Percent(known.Sum(part => repeats[part].Within), known.Sum(part => (long)part.Rows))} did: was something exported twice?");
        var elsewhere = ShareTest.Judge([.. known.Select(part => Split(repeats[part].Elsewhere, part))], Split(mine.Elsewhere, fresh.Range), Probability);
        if (elsewhere.IsAlarm && mine.Elsewhere * elsewhere.EarlierRows > known.Sum(part => repeats[part].Elsewhere) * elsewhere.Rows && IsMoreThanUsual(fresh))
            yield return places.At(fresh.Find(mine.FirstElsewhere), Ids.RowsOfEarlierFile,
                $"{Of(mine.Elsewhere, fresh)} {(mine.Elsewhere == 1 ? "is" : "are")} {fresh.Describe(mine.Partner!)}");
    }

    /// <summary>A day of which the rest comes later has equal rows on both sides, as many as other days have within them.</summary>
    bool IsMoreThanUsual(NewRows fresh) =>
        ShareTest.Judge([.. fresh.Known.Select(part => Split(Anywhere(part), part))], Split(Anywhere(fresh.Range), fresh.Range), Probability) is { IsAlarm: true } anywhere
        && Anywhere(fresh.Range) * anywhere.EarlierRows > fresh.Known.Sum(Anywhere) * anywhere.Rows;

    long Anywhere(RowRange part) => Math.Min(part.Rows, repeats[part].Within + repeats[part].Elsewhere);

    static string Of(long rows, NewRows fresh) => FormattableString.Invariant($"{rows:N0} of {fresh.All} ({Percent(rows, fresh.Range.Rows)})");

    static long[] Split(long rows, RowRange part) => [rows, part.Rows - rows];

    static string Percent(long part, long rows) => FormattableString.Invariant($"{100.0 * part / rows:0.##} %");
}
