using System.Globalization;
using Kiln.Contracts.Data;
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
    /// <summary>Why that cannot be told, as far as it takes no rows to say; null where it takes them.</summary>
    /// <param name="released">What the release left.</param>
    /// <param name="shape">The model's.</param>
    public static string? WhyNot(Baseline released, ModelShape shape) => released.Split is not { } split ? "it was released before releases recorded how rows are held out"
        : split.Kind != shape.Split || split.Column != shape.SplitColumn?.Name ? "rows are held out in another way since"
        // A group is known by its value as that is typed.
        : split.Column is not null && released.Columns.FirstOrDefault(column => column.Name == split.Column)?.Type != Words.Format(shape.SplitColumn!.Type) ? $"the column '{split.Column}', which says which rows are held out, has another type since"
        : split is { Kind: SplitKind.Time, From: null } ? $"it does not record from which moment on rows were held out, as no release does where '{split.Column}' is classified"
        : null;

    /// <returns>Null where that cannot be told.</returns>
    /// <param name="split">How the release held out rows.</param>
    /// <param name="shape">The model's.</param>
    /// <param name="today">Its rows.</param>
    /// <param name="why">Why it cannot be told.</param>
    public static int[]? Find(ReleasedSplit split, ModelShape shape, ModelRows today, out string why)
    {
        why = "the columns that tell rows apart, or what is missing in them, have changed";
        var (table, holdOut) = (today.Table, today.HoldOut);
        if (shape.Split == SplitKind.Time)
            return split.From is { } text && Moments.Parse(table[shape.SplitColumn!.Name], text) is { } from
                ? [.. holdOut.HeldOut.Where(row => Moments.Compute(table[shape.SplitColumn.Name], row) >= from)]
                : null;
        if (!split.By.SequenceEqual(holdOut.Split.By) || split.Blanks != BlankTexts.Compute(table.Contract, split.By))
            return null;
        // A row's side follows from its key, but for those that are moved now or were moved then.
        var moved = holdOut.Split.Moved.Except(split.Moved).Concat(split.Moved.Except(holdOut.Split.Moved))
            .Select(key => ulong.Parse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. holdOut.HeldOut.Where(row => !moved.Contains(table.Keys[row]))];
    }
}
