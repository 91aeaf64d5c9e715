using System.Globalization;
using Kiln.Host.Data;

namespace Kiln.Host.Slices;

/// <summary>A column cut into slices: one for each value, or each quarter of its numbers, that has enough rows.</summary>
/// <param name="Slices">For each row the place of its slice among <paramref name="Names"/>.</param>
/// <param name="Names">How messages name the slices, as "rows where …" goes on; null in the first place, of rows that are in none.</param>
sealed record SlicedColumn(byte[] Slices, IReadOnlyList<string?> Names)
{
    /// <summary>Null where the column has no two slices of that many rows.</summary>
    /// <param name="rows">The rows to be cut.</param>
    /// <param name="fewest">How many rows a slice has at least: of no more than a hundredth of them, so that there are no more than a hundred slices.</param>
    public static SlicedColumn? Cut(TableColumn column, int[] rows, int fewest)
    {
        var (places, name) = ColumnValues.Create(column) is { } values ? (Array.ConvertAll(rows, values.Find), (Func<int, string>)(place => $"'{column.Column.Name}' is '{values.Name(place)}'"))
            : column is NumberColumn numbers ? Quarters(numbers, rows)
            : ([], _ => "");
        var large = places.CountBy(place => place).Where(slice => slice.Value >= fewest).Select(slice => slice.Key).Order().ToList();
        return large.Count < 2 ? null : new([.. places.Select(place => (byte)(large.BinarySearch(place) is >= 0 and var slice ? slice + 1 : 0))], [null, .. large.Select(name)]);
    }

    static (int[] Places, Func<int, string> Name) Quarters(NumberColumn column, int[] rows)
    {
        double[] known = [.. rows.Select(row => column.Values[row]).Where(double.IsFinite).Order()];
        double[] ends = known.Length == 0 ? [] : [.. Enumerable.Range(1, 3).Select(quarter => known[quarter * (known.Length - 1) / 4]).Distinct().Where(end => end < known[^1])];
        var name = column.Column.Name;
        return (
            Array.ConvertAll(rows, row => double.IsNaN(column.Values[row]) ? ends.Length + 1 : ends.Count(end => end < column.Values[row])),
            place => place > ends.Length ? $"'{name}' is missing"
                : column.Column.Classification is not null ? $"'{name}' is in part {place + 1} of {ends.Length + 1}"
                : ends.Length == 0 ? $"'{name}' is known"
                : place == 0 ? $"'{name}' is at most {Text(ends[0])}"
                : place == ends.Length ? $"'{name}' is above {Text(ends[^1])}"
                : $"'{name}' is above {Text(ends[place - 1])} and at most {Text(ends[place])}");
    }

    static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
