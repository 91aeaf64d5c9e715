using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>How much the names of the columns look like values of theirs.</summary>
/// <param name="AreData">They are a row: each is a value of its own column's type, and no row of names for numbers, such as years.</param>
/// <param name="LookLikeData">Those of the columns of numbers are numbers, and the others say nothing.</param>
/// <param name="Telling">The column whose name shows it.</param>
sealed record HeaderValues(bool AreData, bool LookLikeData, int Telling)
{
    public static HeaderValues Read(FirstReading reading)
    {
        var texts = reading.Sources[0].Headers;
        var (numbers, fraction, fit, unknown) = (new List<double>(), -1, -1, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var scan = reading.Scans[i];
            switch (Fits(scan, texts[i]))
            {
                case false:
                    return new(false, false, -1);
                case null:
                    unknown++;
                    break;
                case true:
                    fit = fit < 0 ? i : fit;
                    break;
            }
            if (Number(scan, texts[i], out var value, out var form))
            {
                numbers.Add(value);
                fraction = fraction < 0 && (form & NumberForm.Whole) == 0 ? i : fraction;
            }
        }
        if (fit < 0)
            return new(false, false, -1);
        // 2019, 2020, 2021 name columns of a year each; quantiles with a fraction beside other columns do so too seldom to believe.
        var named = fraction < 0 && (IsRowOfNames(numbers) || numbers.Count == 0);
        return new(fraction >= 0 || !named && unknown == 0, !named, fraction >= 0 ? fraction : fit);
    }

    /// <summary>Whether the name is a value of the column; null where any text could be.</summary>
    static bool? Fits(ColumnScan scan, string name)
    {
        if (name.Length == 0)
            return null;
        switch (scan.Type)
        {
            case ColumnType.Number or ColumnType.Integer:
                return Number(scan, name, out _, out _);
            case ColumnType.Boolean or ColumnType.DateTime when Number(scan, name, out _, out _):
                return true;
            case ColumnType.Boolean or ColumnType.Category:
                return scan.Counted!.RowsOf(name) > 0;
            case ColumnType.DateTime:
                return DateFormat.Parse(scan.DateFormat).TryParse(Encoding.UTF8.GetBytes(name), out _);
            default:
                return null;
        }
    }

    static bool Number(ColumnScan scan, string name, out double value, out NumberForm form) =>
        NumberText.TryParse(Encoding.UTF8.GetBytes(name), (byte)(scan.DecimalComma ? ',' : '.'), out value, out form);

    static bool IsRowOfNames(List<double> numbers)
    {
        for (var i = 2; i < numbers.Count; i++)
            if (numbers[i] - numbers[i - 1] != numbers[1] - numbers[0])
                return false;
        return numbers.Count > 1 && numbers[1] - numbers[0] > 0 && (numbers.Count > 2 || numbers[1] - numbers[0] == 1);
    }
}
