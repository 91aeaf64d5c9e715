using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Inference;

/// <summary>What a column is as a label of classes, for the contract to keep: its numbers where they are few, and which of two values counts as yes.</summary>
static class ClassGuess
{
    /// <summary>More numbers than this are a quantity, whatever it is of.</summary>
    const int MostNumbers = 20;

    /// <summary>Fewer rows for each number, on average, say nothing of how many numbers there are.</summary>
    const int FewestRows = 5;

    /// <summary>Few numbers that repeat, ascending, with their rows; none where they are many.</summary>
    /// <param name="sorted">Every value.</param>
    public static IReadOnlyList<KeyValuePair<string, long>> FewNumbers(ReadOnlySpan<double> sorted)
    {
        var numbers = new List<KeyValuePair<string, long>>();
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start]; end++)
            {
            }
            if (numbers.Count == MostNumbers)
                return [];
            // Adding zero drops the sign of a negative one.
            numbers.Add(new((sorted[start] + 0.0).ToString("R", CultureInfo.InvariantCulture), end - start));
        }
        return numbers.Count > 1 && sorted.Length >= FewestRows * numbers.Count ? numbers : [];
    }

    /// <summary>Null where there are not two values, or true and false say it already.</summary>
    public static string? Positive(ColumnType type, ColumnScan scan, ColumnProfile profile, IReadOnlyCollection<string> missing) => Values(type, scan, profile, missing) switch
    {
        [var first, var second] => PositiveClass.Choose([first, second]),
        _ => null,
    };

    static IReadOnlyList<KeyValuePair<string, long>> Values(ColumnType type, ColumnScan scan, ColumnProfile profile, IReadOnlyCollection<string> missing) => type switch
    {
        // Not the profile's, where long texts are shortened.
        ColumnType.Category => scan.Counted!.Values(missing),
        ColumnType.Number or ColumnType.Integer => profile.Top,
        _ => [],
    };
}
