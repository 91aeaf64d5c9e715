using System.Globalization;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference.Readings;

namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>Columns of text that are meant as something stricter, but for a few values or a symbol.</summary>
static class NearlyTyped
{
    /// <summary>With fewer different values, numbers beside a text or with a unit may well be names of groups.</summary>
    const int FewestDistinct = 10;

    public static IEnumerable<Doubt> Find(DoubtfulColumn column)
    {
        if (column.Scan.Type is not (ColumnType.Text or ColumnType.Category))
            yield break;
        if ((Numbers(column) ?? Dates(column) ?? Decorated(column) ?? Booleans(column)) is { } doubt)
            yield return doubt;
    }

    static Doubt? Numbers(DoubtfulColumn column)
    {
        var scan = column.Scan;
        var numbers = scan.Numbers;
        // A number in all rows but those with one or two texts: however many they are, they say that there is no number.
        var butAFewTexts = numbers.AreQuantities && numbers.Misfits.AreFew && 2 * numbers.Numbers >= scan.Filled && Distinct(scan) >= FewestDistinct;
        if (numbers.Misfits.Count == 0 || !numbers.IsNearlyQuantity && !butAFewTexts)
            return null;
        var type = numbers.IsWhole ? ColumnType.Integer : ColumnType.Number;
        return Stray(column, numbers.Numbers, "numbers", numbers.Misfits.Count, numbers.Misfits.FirstRow, numbers.Misfits.First, $"\"type\": \"{Words.Format(type)}\"");
    }

    static Doubt? Dates(DoubtfulColumn column)
    {
        var dates = column.Scan.Dates;
        if (dates.Dates < NumberScan.NearlyAll * dates.Values || dates.Dates == 0)
            return null;
        var (pattern, count, misfits, row, first) = dates.Best;
        if (count == 0 || misfits == 0)
            return null;
        var type = $"\"type\": \"date-time\"{(pattern is null ? "" : $", \"dateFormat\": \"{pattern}\"")}";
        if (count >= NumberScan.NearlyAll * dates.Values)
            return Stray(column, count, pattern is null ? "dates in ISO 8601" : $"dates in the format \"{pattern}\"", misfits, row, first, type);
        return column.TwoReadings(row,
            $"the dates of column '{column.Name}' are written in more than one way: {DoubtReport.Quoted(Encoding.UTF8.GetString(first))} is not in "
            + $"{(pattern is null ? "ISO 8601" : $"\"{pattern}\"")} like most of them, and day and month cannot always be told apart, so the column is text; "
            + $"use one format throughout, and delete {column.Contract} to have it inferred again");
    }

    static Doubt? Decorated(DoubtfulColumn column)
    {
        var (scan, decorated) = (column.Scan, column.Scan.Decorations);
        var isUnit = decorated.Symbol is { } symbol && symbol.Any(char.IsLetter);
        if (decorated.Numbers == 0 || decorated.Numbers + scan.Numbers.Numbers < NumberScan.NearlyAll * scan.Filled || isUnit && Distinct(scan) < FewestDistinct)
            return null;
        return column.NearlyTyped(decorated.FirstRow,
            $"{Share(decorated.Numbers + scan.Numbers.Numbers, scan.Filled)} of column '{column.Name}' are numbers except for '{decorated.Symbol}' "
            + $"({DoubtReport.Quoted(decorated.First)}), which prevents reading them as numbers, so the column is text; "
            + $"{Reading(decorated.Symbol!, decorated.First, column.Contract)}write the numbers without it, and delete {column.Contract} to have it inferred again");
    }

    /// <summary>How to have such numbers read as they are. A sign is taken off; what stands between digits groups them by three.</summary>
    static string Reading(string symbol, string first, string contract)
    {
        if (symbol is "’" or "\u00A0" or "\u202F")
            return ""; // Only what a keyboard has may group digits.
        var comma = first.LastIndexOf(',') is var at and >= 0 && !(first.Length > at + 3 && first[(at + 1)..(at + 4)].All(char.IsAsciiDigit));
        return $"write \"type\": \"number\", \"role\": \"feature\"{(comma || symbol == "." ? ", \"decimal\": \",\"" : "")}, "
            + (symbol is "," or "." or "'" or " " ? $"\"thousands\": \"{symbol}\"" : $"\"symbols\": [{Json(symbol)}]") + $" for the column in {contract}, or ";
    }

    static Doubt? Booleans(DoubtfulColumn column)
    {
        var scan = column.Scan;
        if (scan.Counted is not { Distinct: > 2 } texts || scan.Filled == 0)
            return null;
        var ordered = texts.Values([]).OrderByDescending(text => text.Value).ToList();
        if (BooleanTexts.Match(ordered[0].Key, ordered[1].Key) is not { } pair || ordered[0].Value + ordered[1].Value < NumberScan.NearlyAll * ordered.Sum(text => text.Value)
            || scan.Numbers.Numbers > 0)
            return null;
        var strays = ordered.Skip(2).Select(text => (Text: text.Key, Row: texts.FirstRow(text.Key))).OrderBy(stray => stray.Row).ToList();
        return Stray(column, ordered[0].Value + ordered[1].Value, $"'{pair.True}' or '{pair.False}'", ordered.Skip(2).Sum(text => text.Value),
            strays[0].Row, Encoding.UTF8.GetBytes(strays[0].Text), $"\"type\": \"boolean\", \"true\": \"{pair.True}\", \"false\": \"{pair.False}\"");
    }

    static Doubt Stray(DoubtfulColumn column, long good, string what, long strays, int row, byte[] first, string type)
    {
        var text = Encoding.UTF8.GetString(first);
        var read = column.Scan.Type == ColumnType.Category ? "a category" : "text";
        return column.NearlyTyped(row,
            $"{Share(good, good + strays)} of column '{column.Name}' are {what}, and {DoubtReport.Quoted(text)} is not"
            + $"{(strays == 1 ? "" : $" (the first of {strays.ToString("N0", CultureInfo.InvariantCulture)} such values)")}, so the column is {read}; "
            + $"correct it and delete {column.Contract} to have it inferred again, or, if it means that the value is missing, "
            + $"write {type}, \"nullable\": true, \"role\": \"feature\", \"missing\": [{Json(text)}] for the column there");
    }

    static int Distinct(ColumnScan scan) => scan.Counted?.Distinct ?? int.MaxValue;

    static string Share(long part, long all) => string.Format(
        CultureInfo.InvariantCulture, "{0:N0} of {1:N0} values ({2:0.#} %)", part, all, part < all ? Math.Min(99.9, Math.Floor(1000.0 * part / all) / 10) : 100);

    static string Json(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
