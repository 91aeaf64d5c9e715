using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Clusters;

/// <summary>By which columns some rows differ most from all, in standard deviations of the column.</summary>
sealed class TypicalColumns(ExampleSet examples, int[] all)
{
    const int MostNamed = 3;

    /// <summary>Less is hardly a difference.</summary>
    const double Least = 0.2;

    const int Digits = 3;

    readonly (int Input, int Value, double Mean, double Deviation)[] _measures = [.. Measures(examples, all)];

    /// <summary>Their means, and the shares of their values, beside those of all rows.</summary>
    public string Describe(int[] rows)
    {
        var differences =
            from measure in _measures
            let mean = Mean(examples, measure.Input, measure.Value, rows)
            let size = Math.Abs(mean - measure.Mean) / measure.Deviation
            where size >= Least
            orderby size descending
            group Text(measure.Input, measure.Value, mean, measure.Mean) by examples.Inputs[measure.Input].Column;
        var named = differences.Take(MostNamed).Select(column => column.First()).ToList();
        return named.Count > 0 ? string.Join(", ", named) : "like all rows in each column";
    }

    static IEnumerable<(int, int, double, double)> Measures(ExampleSet examples, int[] rows)
    {
        for (var input = 0; input < examples.Inputs.Count; input++)
            for (var value = 0; value < (examples.Inputs[input].IsFreeText ? 0 : examples.Texts[input] is null ? 1 : examples.Inputs[input].Column.Values.Count); value++)
                if (Mean(examples, input, value, rows) is var mean && Deviation(examples, input, value, rows, mean) is > 0 and var deviation)
                    yield return (input, value, mean, deviation);
    }

    /// <summary>Of what is known of a number, or the share of rows that have the value.</summary>
    static double Mean(ExampleSet examples, int input, int value, int[] rows)
    {
        if (examples.Texts[input] is { } texts)
            return rows.Count(row => texts.Codes[row] == value) / (double)rows.Length;
        var known = rows.Select(row => (double)examples.Numbers[input]![row]).Where(double.IsFinite);
        return known.DefaultIfEmpty(double.NaN).Average();
    }

    static double Deviation(ExampleSet examples, int input, int value, int[] rows, double mean) => examples.Texts[input] is not null
        ? Math.Sqrt(mean * (1 - mean))
        : Math.Sqrt(rows.Select(row => (double)examples.Numbers[input]![row]).Where(double.IsFinite).Select(number => (number - mean) * (number - mean)).DefaultIfEmpty(0).Average());

    string Text(int input, int value, double mean, double ofAll)
    {
        var (name, column) = (examples.Inputs[input].Name, examples.Inputs[input].Column);
        var said = (examples.Texts[input], column.Type) switch
        {
            // What is personal is named, and its value is left out.
            (not null, _) when column.Classification is null => $"{name} '{column.Values[value]}' {Share(mean)}",
            (not null, _) => $"{name} one value {Share(mean)}",
            (_, ColumnType.Boolean) => $"{name} '{column.TrueText}' {Share(mean)}",
            _ => $"{name} {Number(mean)}{(string.IsNullOrWhiteSpace(column.Unit) ? "" : " " + column.Unit)}",
        };
        return $"{said} ({(examples.Texts[input] is not null || column.Type == ColumnType.Boolean ? Share(ofAll) : Number(ofAll))} of all)";
    }

    static string Share(double share) => ClusterNotes.Share(share, 1);

    /// <summary>A few digits, and no exponent where people write none.</summary>
    static string Number(double value) => Math.Abs(value) is >= 1e-4 and < 1e9
        ? Math.Round(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8)).ToString("0.########", CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);
}
