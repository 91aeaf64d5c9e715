using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference.Readings;

namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>Columns all of whose values can be read in two ways: one is taken, and said.</summary>
static class TwoReadings
{
    public static IEnumerable<Doubt> InDates(DoubtfulColumn column)
    {
        var scan = column.Scan;
        if (scan.Type != ColumnType.DateTime)
            yield break;
        if (scan.IsDays)
            yield return column.TwoReadings(scan.FirstFilled,
                $"every value of column '{column.Name}' is a day as year, month and day, so it is read as a date with \"dateFormat\": \"{scan.DateFormat}\" "
                + $"and not as a number; if it is one, write \"type\": \"integer\" without \"dateFormat\" for the column in {column.Contract}");
        else if (scan.DateFormat is { } pattern && scan.Dates.FirstUnclear >= 0 && DateCandidates.OtherOrder(pattern, scan.Dates.Formats) is { } other)
            yield return column.TwoReadings(scan.Dates.FirstUnclear,
                $"no day of column '{column.Name}' is above the 12th, so day and month cannot be told apart, and \"{pattern}\" is assumed; "
                + $"if it is the other way round, write \"dateFormat\": \"{other}\" for the column in {column.Contract}");
    }

    public static IEnumerable<Doubt> InNumbers(DoubtfulColumn column, Dialect dialect)
    {
        var scan = column.Scan;
        // Where the comma separates fields, a point in a number is no group's.
        if (scan.Commas is not { } commas || dialect.Delimiter is not (";" or "\t" or "|"))
            yield break;
        if (scan.DecimalComma ? commas is { IsQuantity: true, MayBeGroups: true } : dialect.Delimiter == ";" && scan.Points is { IsQuantity: true, MayBeGroups: true })
            yield return column.TwoReadings(scan.Numbers.FirstFraction,
                $"every '{dialect.Decimal}' in column '{column.Name}' is followed by three digits and may be a thousands separator; it is read as the decimal separator; "
                + $"if it is not, write the numbers without it, and delete {column.Contract} to have it inferred again");
        else if (!scan.DecimalComma && commas is { IsQuantity: true, MayBeGroups: true } && scan.Type is ColumnType.Text or ColumnType.Category)
            yield return column.TwoReadings(commas.FirstFraction,
                $"every ',' in column '{column.Name}' is followed by three digits and may be a thousands separator or the decimal separator, so the column is text; "
                + $"write thousands without it and delete {column.Contract} to have it inferred again, or, if it is the decimal separator, write "
                + $"\"decimal\": \",\" in the \"dialect\" there and \"type\": \"number\" for the column");
    }

    public static IEnumerable<Doubt> InTokens(DoubtfulColumn column, IReadOnlySet<string> missing)
    {
        var scan = column.Scan;
        var tokens = scan.UnusedTokens.Where(token => missing.Contains(token.Key)).OrderBy(token => token.Value.First).ToList();
        // One of two values is no doubt a value: nothing would be left to tell.
        if (tokens.Count == 0 || scan.Counted is { } texts && texts.Distinct - scan.UnusedTokens.Count < 2)
            yield break;
        var list = string.Join(", ", tokens.Select(token => $"\"{token.Key}\""));
        yield return column.TwoReadings(tokens[0].Value.First,
            $"'{tokens[0].Key}' means a missing value in another column, and is read as a value of column '{column.Name}' "
            + $"({tokens.Sum(token => token.Value.Rows).ToString("N0", CultureInfo.InvariantCulture)} of {scan.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows); "
            + $"if it means missing here too, write \"nullable\": true, \"missing\": [{list}] for the column in {column.Contract}");
    }
}
