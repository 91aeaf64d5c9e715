using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference.Readings;

namespace Kiln.Host.Data.Inference;

/// <summary>Which of a column's two values counts as yes where it is a label, for the contract to keep.</summary>
static class ClassGuess
{
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
