using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Examples;

namespace Kiln.Host.Comparisons;

/// <summary>
/// The rows that are held out now and that a released model cannot have been trained on. A row that it knows would make it look better than
/// it is on new ones, and every challenger worse.
/// </summary>
static class UnseenRows
{
    /// <returns>Null where that cannot be told.</returns>
    /// <param name="released">How the release held out rows; null where it did not say.</param>
    /// <param name="shape">The model's.</param>
    /// <param name="today">Its rows.</param>
    /// <param name="why">Why it cannot be told.</param>
    public static int[]? Find(ReleasedSplit? released, ModelShape shape, ModelRows today, out string why)
    {
        why = released is null ? "it was released before releases recorded how rows are held out"
            : released.Kind != shape.Split || released.Column != shape.SplitColumn?.Name ? "rows are held out in another way since"
            : "the columns that tell rows apart have changed";
        if (released is null || released.Kind != shape.Split || released.Column != shape.SplitColumn?.Name)
            return null;
        var (table, holdOut) = (today.Table, today.HoldOut);
        if (shape.Split == SplitKind.Time)
            return released.From is { } text && Moments.Parse(table[shape.SplitColumn!.Name], text) is { } from
                ? [.. holdOut.HeldOut.Where(row => Moments.Compute(table[shape.SplitColumn.Name], row) >= from)]
                : null;
        if (!released.By.SequenceEqual(holdOut.Split.By))
            return null;
        // A row's side follows from its key, but for those that were moved since.
        var moved = holdOut.Split.Moved.Except(released.Moved).Select(key => ulong.Parse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. holdOut.HeldOut.Where(row => !moved.Contains(table.Keys[row]))];
    }
}
