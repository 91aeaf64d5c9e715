using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference.Readings;
using Kiln.Host.Data.Sources;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference;

/// <summary>What is observed in data that was read by its contract.</summary>
static class TableProfile
{
    public static IReadOnlyDictionary<string, ColumnProfile> Observe(Table table)
    {
        var profiles = new ColumnProfile[table.Columns.Count];
        SideBySide.Run(profiles.Length, table.Rows, column => profiles[column] = Observe(table.Columns[column], table.Rows));
        return table.Columns.Zip(profiles).ToDictionary(pair => pair.First.Column.Name, pair => pair.Second);
    }

    static ColumnProfile Observe(TableColumn column, int rows) => column switch
    {
        NumberColumn { Column.Type: ColumnType.Boolean } truths => Texts(column.Column, rows,
            [Counted(truths.Column.FalseText!, truths.Values.Count(value => value == 0)), Counted(truths.Column.TrueText!, truths.Values.Count(value => value == 1))]),
        NumberColumn numbers when !numbers.Values.All(double.IsNaN) => Numbers(numbers.Values, rows),
        DateTimeColumn dates when !dates.Values.All(value => value is null) => ColumnProfiles.Dates(dates.Values.Where(value => value is not null).Select(value => value!.Value), rows),
        TextColumn texts => Texts(column.Column, rows, Count(texts)),
        _ => new() { Missing = 1, Distinct = 0 },
    };

    static ColumnProfile Numbers(double[] values, int rows)
    {
        using var sorted = SortedNumbers.Sort(values);
        return ColumnProfiles.Numbers(sorted, rows);
    }

    /// <summary>Free text is counted and not shown, as inference does, and nothing of persons.</summary>
    static ColumnProfile Texts(Column column, int rows, IReadOnlyList<KeyValuePair<string, long>> counts) => ColumnProfiles.Texts(
        [.. counts.Where(text => column is { Classification: null, Type: not ColumnType.Text } && text.Value > 0).OrderBy(text => text.Key, StringComparer.Ordinal)],
        counts.Count(text => text.Value > 0), rows - counts.Sum(text => text.Value), rows);

    static KeyValuePair<string, long>[] Count(TextColumn column)
    {
        var counts = new long[column.Texts.Count];
        foreach (var code in column.Codes)
            if (code >= 0)
                counts[code]++;
        return [.. column.Texts.Zip(counts, Counted)];
    }

    static KeyValuePair<string, long> Counted(string text, long rows) => new(text, rows);

    static KeyValuePair<string, long> Counted(string text, int rows) => new(text, rows);
}
