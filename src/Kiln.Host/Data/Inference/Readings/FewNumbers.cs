using System.Globalization;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>A column's numbers where they are few and repeat: those of a label of classes, for the contract to keep.</summary>
static class FewNumbers
{
    /// <summary>More numbers than this are a quantity, whatever it is of.</summary>
    const int MostNumbers = 20;

    /// <summary>Fewer rows for each number, on average, say nothing of how many numbers there are.</summary>
    const int FewestRows = 5;

    /// <summary>Ascending, with their rows; none where they are many.</summary>
    /// <param name="sorted">Every value.</param>
    public static IReadOnlyList<KeyValuePair<string, long>> Find(ReadOnlySpan<double> sorted)
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
}
