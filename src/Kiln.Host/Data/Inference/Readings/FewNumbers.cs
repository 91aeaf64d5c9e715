using System.Globalization;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>A column's numbers where they are few and repeat: those of a label of classes, for the contract to keep.</summary>
static class FewNumbers
{
    /// <summary>More numbers than this are a quantity, whatever it is of.</summary>
    const int MostNumbers = 20;

    /// <summary>Fewer rows for each number, on average, say nothing of how many numbers there are.</summary>
    const int FewestRows = 5;

    /// <summary>Ascending, with their rows; none where they are many.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Find(SortedNumbers sorted)
    {
        var numbers = new List<KeyValuePair<string, long>>();
        for (int start = 0, end; start < sorted.Count; start = end)
        {
            if (numbers.Count == MostNumbers)
                return [];
            var number = sorted[start];
            end = sorted.End(start, other => other == number);
            // Adding zero drops the sign of a negative one.
            numbers.Add(new((number + 0.0).ToString("R", CultureInfo.InvariantCulture), end - start));
        }
        return numbers.Count > 1 && sorted.Count >= FewestRows * numbers.Count ? numbers : [];
    }
}
