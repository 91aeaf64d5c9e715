using Kiln.Contracts.Models;
using Kiln.Host.Data;

namespace Kiln.Host.Examples;

/// <summary>Divides training rows as the split divides all: by key, so that a row stays in its fold; a group whole; time in stretches.</summary>
static class Folds
{
    public const int Count = 5;

    /// <summary>Enough for an interval, few enough to be kept for each of many models.</summary>
    public const int BlocksOfFold = 40;

    /// <param name="rows">Training rows in their order, which is that of time where it splits them.</param>
    /// <param name="round">Each round divides them otherwise.</param>
    /// <returns>The fold of each.</returns>
    public static int[] Divide(Table table, ModelShape shape, int[] rows, int round)
    {
        if (shape.Split == SplitKind.Time)
            return [.. rows.Select((_, i) => (int)((2L * i * Count / rows.Length + round) / 2 % Count))];
        var keys = Keys(table, shape);
        return [.. rows.Select(row => (int)(keys[row] / (ulong)Math.Pow(Count, round) % Count))];
    }

    /// <summary>
    /// Blocks of rows that chance draws together: groups whole, time in stretches. Each is of one fold of round 0; there are
    /// <see cref="BlocksOfFold"/> of each.
    /// </summary>
    /// <returns>The block of each row, from 0.</returns>
    public static int[] Blocks(Table table, ModelShape shape, int[] rows)
    {
        const int count = Count * BlocksOfFold;
        if (shape.Split == SplitKind.Time)
            return [.. rows.Select((_, i) => (int)((long)i * count / rows.Length))];
        var keys = Keys(table, shape);
        return [.. rows.Select(row => (int)(keys[row] % count))];
    }

    /// <summary>
    /// What a model learns from, and what it then judges, one fold after the other: all others and the fold, or where time divides them what
    /// comes before it and the fold, because no row may be judged by what comes after it.
    /// </summary>
    /// <param name="training">Training rows in their order.</param>
    /// <param name="fine">Whether each fold is divided again, so that what judges a row has learnt from nearly all others. Time is not.</param>
    public static IReadOnlyList<(int[] Learned, int[] Judged)> Passes(ModelRows rows, int[] training, bool fine = false)
    {
        var shape = rows.Examples.Shape;
        var folds = Divide(rows.Table, shape, training, round: 0);
        if (fine && shape.Split != SplitKind.Time)
            folds = [.. folds.Zip(Divide(rows.Table, shape, training, round: 1), (first, second) => first * Count + second)];
        return
        [
            .. folds.Distinct().Order()
                .Select(fold => (
                    Learned: (int[])[.. training.Where((_, i) => shape.Split == SplitKind.Time ? folds[i] < fold : folds[i] != fold)],
                    Judged: (int[])[.. training.Where((_, i) => folds[i] == fold)]))
                .Where(pass => pass.Learned.Length > 0 && pass.Judged.Length > 0),
        ];
    }

    static ulong[] Keys(Table table, ModelShape shape) =>
        shape.Split == SplitKind.Group ? ColumnHash.Compute(table[shape.SplitColumn!.Name], table.Keys) : table.Keys;
}
