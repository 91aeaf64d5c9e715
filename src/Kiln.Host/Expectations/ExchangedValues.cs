using Kiln.Contracts.Data;
using Kiln.Contracts;
using Kiln.Host.Data;

namespace Kiln.Host.Expectations;

/// <summary>The values that a column is given in turn: those of training rows, each by a row that has it, in ascending order.</summary>
static class ExchangedValues
{
    /// <summary>Of numbers and dates: the smallest, the largest, and every twentieth in between.</summary>
    const int Numbers = 21;

    /// <summary>Of names: all of most columns, and of others those that are met at even distances among the rows.</summary>
    const int Names = 100;

    /// <summary>Of a text: a message has no room for a whole review.</summary>
    const int LongestShown = 60;

    public static int[] Of(TableColumn column, int[] training)
    {
        var key = Key(column);
        int[] known = [.. training.Where(row => !column.IsMissing(row)).OrderBy(key)];
        int[] distinct = [.. known.DistinctBy(key)];
        var most = column.Column.Type is ColumnType.Category or ColumnType.Text ? Names : Numbers;
        return distinct.Length <= most ? distinct
            : [.. Enumerable.Range(0, most).Select(i => known[(int)((long)i * (known.Length - 1) / (most - 1))]).DistinctBy(key)];
    }

    /// <summary>The missing value is one, too.</summary>
    public static int[] WithMissing(TableColumn column, int[] training) =>
        [.. Of(column, training), .. training.Where(column.IsMissing).Take(1)];

    /// <summary>How a message names a row's value; of what may not be printed its place among those of the grid.</summary>
    public static string Name(TableColumn column, int row, int[] values) => column switch
    {
        _ when column.IsMissing(row) => "missing",
        { Column.Classification: not null } when !values.Contains(row) => "its own value",
        { Column.Classification: not null } => $"value {Array.IndexOf(values, row) + 1} of {values.Length}",
        NumberColumn { Column.Type: ColumnType.Boolean } booleans => booleans.Values[row] > 0 ? "true" : "false",
        NumberColumn numbers => FormattableString.Invariant($"{numbers.Values[row]:0.######}"),
        TextColumn texts => $"'{Shortened.Text(texts.Texts[texts.Codes[row]], LongestShown)}'",
        DateTimeColumn dates => FormattableString.Invariant($"{dates.Values[row]:yyyy-MM-dd HH:mm:ss}"),
        _ => throw new InvalidOperationException($"{column.GetType()} has no names"),
    };

    static Func<int, double> Key(TableColumn column) => column switch
    {
        NumberColumn numbers => row => numbers.Values[row],
        TextColumn texts => ByRank(texts),
        DateTimeColumn dates => row => dates.Values[row]!.Value.Ticks,
        _ => throw new InvalidOperationException($"{column.GetType()} has no order"),
    };

    /// <summary>Codes are in the order in which texts were found, and the same rows in another order are the same data.</summary>
    static Func<int, double> ByRank(TextColumn texts)
    {
        var ranks = new int[texts.Texts.Count];
        foreach (var (rank, code) in Enumerable.Range(0, ranks.Length).OrderBy(code => texts.Texts[code], StringComparer.Ordinal).Index())
            ranks[code] = rank;
        return row => ranks[texts.Codes[row]];
    }
}
