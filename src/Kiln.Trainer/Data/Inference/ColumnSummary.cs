using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>A column summed up.</summary>
/// <param name="Least">The smallest number; null where there are none.</param>
/// <param name="Words">Words in a text, on average over its different values.</param>
sealed record ColumnSummary(ColumnProfile Profile, double? Least, double Words)
{
    public static ColumnValues Gather(ColumnType type, DateFormat format) => type switch
    {
        ColumnType.Number or ColumnType.Integer => new NumberValues(),
        ColumnType.DateTime => new DateValues(format),
        _ => new TextValues(),
    };

    public static ColumnSummary Of(ColumnValues values, ColumnScan scan, IReadOnlyCollection<string> missing) => values switch
    {
        NumberValues numbers => OfNumbers([.. numbers.Values], scan.Rows),
        DateValues dates => new(ProfileOf.Dates([.. dates.Values], scan.Rows), null, 0),
        TextValues texts => OfTexts(texts.Counts.Values(missing), scan.Missing(missing), scan.Rows, ColumnType.Text),
        _ => throw new ArgumentException("no such values", nameof(values)),
    };

    public static ColumnSummary OfTexts(IReadOnlyList<KeyValuePair<string, long>> values, long missing, long rows, ColumnType type) => new(
        ProfileOf.Texts(values, missing, rows, type == ColumnType.Text),
        null,
        values.Count == 0 ? 0 : values.Average(value => 1.0 + value.Key.Count(c => c == ' ')));

    static ColumnSummary OfNumbers(double[] values, long rows)
    {
        var profile = ProfileOf.Numbers(values, rows);
        return new(profile, values[0], 0);
    }
}
