using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;

namespace Kiln.Host.Examples;

/// <summary>
/// Models compute in single precision, which is exact to 2^24; the rows are split in double precision, which is exact to 2^53. Where that
/// makes one value of what the data tells apart, a model would learn from other data than the file's, and nobody would see it.
/// </summary>
static class SinglePrecision
{
    /// <returns>Errors at the columns in the contract, where the way out is.</returns>
    public static IReadOnlyList<Diagnostic> Check(ModelPlan plan, Table table)
    {
        var problems = new List<Diagnostic>();
        if (plan.Shape.SplitColumn is { } split && table[split.Name] is NumberColumn { Inexact: { } text })
            problems.Add(At(plan, split, Inexact(plan.Shape.Split, split, text)));
        foreach (var column in plan.Shape.Features)
            if (table[column.Name] is NumberColumn numbers && MergedValues.Find(numbers.Values) is { } merged)
                problems.Add(At(plan, column, Merged(plan, column, numbers.Values, merged)));
        return problems;
    }

    static string Inexact(SplitKind split, Column column, string text) =>
        $"column '{column.Name}' {(split == SplitKind.Time ? "orders the rows in time" : "groups the rows")}, and whole numbers as large as {text} "
        + "cannot be distinguished from their neighbours (beyond 2^53), so rows could end up on the wrong side; "
        + (split == SplitKind.Time ? "write it in a larger unit, or as a date with \"type\": \"date-time\"" : "give it \"type\": \"text\" here");

    static string Merged(ModelPlan plan, Column column, double[] values, MergedValues merged) =>
        $"{merged.Shared} of the {merged.Distinct} different values of '{column.Name}' equal another one in single precision, in which models compute "
        + $"({Text(merged.First)} and {Text(merged.Second)} are both {Text((float)merged.First)}), so '{plan.Name}' could not tell them apart; "
        + (AreDays(values) ? "if these are dates, give the column \"type\": \"date-time\" with the \"dateFormat\" \"%Y%m%d\""
            : "count from a later start or in a larger unit, or write dates as dates with \"type\": \"date-time\"")
        + (column == plan.Shape.SplitColumn ? $", or keep it out of the inputs with Ignore = [\"{column.Name}\"] on the model" : ", or give it \"role\": \"ignore\" here");

    /// <summary>Dates without what stands between their parts: 20241231.</summary>
    static bool AreDays(double[] values) => Array.TrueForAll(values, value => double.IsNaN(value)
        || value is >= 1_000_01_01 and <= 9999_12_31
        && DateTime.TryParseExact(value.ToString("F0", CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    static string Text(double value) => value is > -1e15 and < 1e15 && value == Math.Truncate(value)
        ? value.ToString("F0", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    static Diagnostic At(ModelPlan plan, Column column, string message) => new(plan.Dataset.Contract, column.Line, 1, Ids.PrecisionLost, message);
}
