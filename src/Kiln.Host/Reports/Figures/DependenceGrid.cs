using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>A value that all rows get in turn.</summary>
/// <param name="Name">A category or a boolean; empty for numbers.</param>
/// <param name="Value">A number; NaN for a category.</param>
/// <param name="Code">A category's code.</param>
/// <param name="Rows">How many rows have it, or have a number that is nearest to it.</param>
readonly record struct DependencePoint(string Name, double Value, int Code, int Rows);

/// <summary>The values that an input is set to.</summary>
sealed record DependenceGrid(IReadOnlyList<DependencePoint> Points)
{
    const int MostNumbers = 20;

    const int MostCategories = 12;

    /// <summary>Outside on each side: there are too few rows to say anything.</summary>
    const double Tail = 0.01;

    /// <summary>All numbers that there are or, of many, some in equal steps.</summary>
    public static DependenceGrid OfNumbers(float[] numbers, int[] rows, ModelInput input)
    {
        double[] present = [.. rows.Select(row => (double)numbers[row]).Where(double.IsFinite).Order()];
        if (present.Length == 0)
            return new([]);
        double[] distinct = [.. present.Distinct()];
        double[] values = distinct.Length <= MostNumbers ? distinct
            : [.. Steps(Bins.Quantile(present, Tail), Bins.Quantile(present, 1 - Tail)).Distinct()];
        var nearest = present.CountBy(value => Nearest(values, value)).ToDictionary();
        return new([.. values.Select((value, index) => new DependencePoint(NameOf(input, value), value, -1, nearest.GetValueOrDefault(index)))]);
    }

    /// <summary>The most frequent ones.</summary>
    public static DependenceGrid OfCategories(TextColumn texts, int[] rows) => new(
    [
        .. rows.Select(row => texts.Codes[row]).Where(code => code >= 0).CountBy(code => code)
            .OrderByDescending(category => category.Value).ThenBy(category => texts.Texts[category.Key], StringComparer.Ordinal).Take(MostCategories)
            .Select(category => new DependencePoint(texts.Texts[category.Key], double.NaN, category.Key, category.Value)),
    ]);

    /// <summary>As they are shown, and in single precision, as the model is given them.</summary>
    static IEnumerable<double> Steps(double from, double to) =>
        Enumerable.Range(0, MostNumbers).Select(step => (double)(float)Rounding.Significant(from + step * (to - from) / (MostNumbers - 1)));

    static int Nearest(double[] values, double value)
    {
        var at = Array.BinarySearch(values, value);
        if (at >= 0)
            return at;
        var next = ~at;
        return next == 0 ? 0 : next == values.Length || value - values[next - 1] <= values[next] - value ? next - 1 : next;
    }

    static string NameOf(ModelInput input, double value) => input.Column.Type == ColumnType.Boolean ? value > 0 ? "true" : "false" : "";
}
