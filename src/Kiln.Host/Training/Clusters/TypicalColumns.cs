using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Clusters;

/// <summary>By which columns some rows differ most from all, in standard deviations of the column.</summary>
sealed class TypicalColumns
{
    const int MostNamed = 3;

    /// <summary>Less is hardly a difference.</summary>
    const double Least = 0.2;

    const int Digits = 3;

    readonly ExampleSet _examples;
    readonly double[][] _means;
    readonly double[][] _deviations;

    public TypicalColumns(ExampleSet examples, int[] all)
    {
        _examples = examples;
        _means = [.. Enumerable.Range(0, examples.Inputs.Count).Select(input => Means(input, all))];
        _deviations = [.. Enumerable.Range(0, examples.Inputs.Count).Select(input => Deviations(input, all))];
    }

    /// <summary>Their means, and the shares of their values, beside those of all rows.</summary>
    public string Describe(int[] rows)
    {
        var differences =
            from input in Enumerable.Range(0, _means.Length)
            from mean in Means(input, rows).Index()
            let size = Math.Abs(mean.Item - _means[input][mean.Index]) / _deviations[input][mean.Index]
            where size >= Least && double.IsFinite(size)
            orderby size descending
            group Text(input, mean.Index, mean.Item) by _examples.Inputs[input].Column;
        var named = differences.Take(MostNamed).Select(column => column.First()).ToList();
        return named.Count > 0 ? string.Join(", ", named) : "like all rows in each column";
    }

    /// <summary>Of what is known of a number, or for each value of a category the share of rows that have it.</summary>
    double[] Means(int input, int[] rows)
    {
        if (_examples.Numbers[input] is { } numbers)
            return [rows.Select(row => (double)numbers[row]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average()];
        if (_examples.Inputs[input].IsFreeText)
            return [];
        var counts = new int[_examples.Inputs[input].Column.Values.Count];
        foreach (var row in rows)
            if (_examples.Texts[input]!.Codes[row] is >= 0 and var code)
                counts[code]++;
        return Array.ConvertAll(counts, count => count / (double)rows.Length);
    }

    double[] Deviations(int input, int[] rows) => _examples.Numbers[input] is { } numbers
        ? [Math.Sqrt(rows.Select(row => (double)numbers[row]).Where(double.IsFinite).Select(number => Math.Pow(number - _means[input][0], 2)).DefaultIfEmpty(0).Average())]
        : Array.ConvertAll(_means[input], share => Math.Sqrt(share * (1 - share)));

    string Text(int input, int value, double mean)
    {
        var (name, column, ofAll) = (_examples.Inputs[input].Name, _examples.Inputs[input].Column, _means[input][value]);
        // What is personal is named, and its values are left out: a cluster may be one row.
        if (column.Classification is not null)
            return name;
        return _examples.Texts[input] is not null ? $"{name} '{column.Values[value]}' {Share(mean)} ({Share(ofAll)} of all)"
            : column.Type == ColumnType.Boolean ? $"{name} '{column.TrueText}' {Share(mean)} ({Share(ofAll)} of all)"
            : $"{name} {Number(mean)}{(string.IsNullOrWhiteSpace(column.Unit) ? "" : " " + column.Unit)} ({Number(ofAll)} of all)";
    }

    static string Share(double share) => ClusterNotes.Share(share, 1);

    /// <summary>A few digits, and no exponent where people write none.</summary>
    static string Number(double value) => Math.Abs(value) is >= 1e-4 and < 1e9
        ? Math.Round(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8)).ToString("0.########", CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);
}
