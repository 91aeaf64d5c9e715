using Kiln.Contracts.Models;
using Kiln.Host.Data;

namespace Kiln.Host.Examples;

/// <summary>Divides training rows as the split divides all: by key, so that a row stays in its fold; a group whole; time in stretches.</summary>
static class Folds
{
    public const int Count = 5;

    /// <param name="rows">Training rows in their order, which is that of time where it splits them.</param>
    /// <param name="round">Each round divides them otherwise.</param>
    /// <returns>The fold of each.</returns>
    public static int[] Divide(Table table, ModelShape shape, int[] rows, int round)
    {
        if (shape.Split == SplitKind.Time)
            return [.. rows.Select((_, i) => (int)((2L * i * Count / rows.Length + round) / 2 % Count))];
        var keys = shape.Split == SplitKind.Group ? ColumnHash.Compute(table[shape.SplitColumn!.Name], table.Keys) : table.Keys;
        return [.. rows.Select(row => (int)(keys[row] / (ulong)Math.Pow(Count, round) % Count))];
    }
}
