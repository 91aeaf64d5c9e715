using System.Runtime.InteropServices;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>A column summed up.</summary>
/// <param name="Smallest">The smallest number; null where there are none.</param>
/// <param name="Unique">Of free text that every row has, and no two the same; otherwise null.</param>
sealed record ColumnSummary(ColumnProfile Profile, double? Smallest, TextTraits? Unique)
{
    public static ColumnValues Gather(ColumnType type, ColumnScan scan, string separator) => type switch
    {
        ColumnType.Number or ColumnType.Integer => new NumberValues(new(scan.Rows), (byte)separator[0]),
        ColumnType.DateTime => new DateValues(new(scan.Rows), DateFormat.Parse(scan.DateFormat)),
        _ => new TextValues(),
    };

    public static ColumnSummary Summarize(ColumnValues values, ColumnScan scan) => values switch
    {
        NumberValues numbers => Summarize(CollectionsMarshal.AsSpan(numbers.Values), scan.Rows),
        DateValues dates => new(ColumnProfiles.Dates(dates.Values, scan.Rows), null, null),
        TextValues texts => Summarize(texts.Counts, ColumnType.Text, scan),
        _ => throw new ArgumentException("no such values", nameof(values)),
    };

    /// <summary>Free text is counted and not shown, however often one occurs: it is what somebody wrote, and the contract is committed.</summary>
    public static ColumnSummary Summarize(TextCounts texts, ColumnType type, ColumnScan scan) => new(
        ColumnProfiles.Texts(type == ColumnType.Text ? [] : texts.Values(scan.Missing), texts.Count(scan.Missing), scan.MissingRows, scan.Rows),
        null,
        type == ColumnType.Text && scan.MissingRows == 0 && texts.Distinct == scan.Rows ? TextTraits.Describe(texts) : null);

    static ColumnSummary Summarize(ReadOnlySpan<double> values, long rows)
    {
        using var sorted = SortedNumbers.Sort(values);
        return new(ColumnProfiles.Numbers(sorted, rows), sorted[0], null);
    }
}
