using System.Globalization;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Data;

namespace Kiln.Host.Examples;

/// <summary>
/// Which rows train the model and which measure it. Both come in an order that follows from the rows alone, so that the same rows are the
/// same model whatever order their files have: by hash or, where time splits them, by time; the rows of a query one after the other.
/// </summary>
/// <param name="Training">Rows of the table.</param>
/// <param name="HeldOut">Rows of the table.</param>
/// <param name="Split">What placed them, for the next build to place them alike.</param>
sealed record HoldOut(int[] Training, int[] HeldOut, LockedSplit Split)
{
    /// <summary>The share of rows that is held out.</summary>
    public const double Share = 0.2;

    /// <summary>Divides the rows that have a label; all of them where nothing is learned from it.</summary>
    /// <param name="recorded">What placed the rows until now; null where nothing was trained yet.</param>
    public static HoldOut Divide(Table table, ExampleSet examples, LockedSplit? recorded)
    {
        var rows = Ordered(table, examples);
        var shape = examples.Shape;
        var isHeldOut = shape.Split switch
        {
            SplitKind.Time => Latest(rows, table[shape.SplitColumn!.Name]),
            SplitKind.Group => LowHash(rows, ColumnHash.Compute(table[shape.SplitColumn!.Name], table.Keys)),
            _ => LowHash(rows, table.Keys),
        };
        IReadOnlyCollection<ulong> moved = shape.Split == SplitKind.Hash && shape.PredictsClasses
            ? RareClasses.PutOnBothSides(
                [.. rows.Select(row => table.Keys[row])], [.. rows.Select(row => examples.Label[row])], isHeldOut, Keys(recorded?.Moved ?? []))
            : [];
        return new(
            [.. rows.Where((_, i) => !isHeldOut[i])],
            [.. rows.Where((_, i) => isHeldOut[i])],
            new(table.KeyColumns, [.. moved.Order().Select(Text)]));
    }

    static int[] Ordered(Table table, ExampleSet examples)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => !examples.Shape.LearnsFromLabel || !float.IsNaN(examples.Label[row]))];
        ulong[] hashes = [.. rows.Select(row => table.RowHashes[row])];
        Array.Sort(hashes, rows);
        // Trainers that rank take rows for those of one query that come one after the other.
        if (examples.Queries is { } queries)
            return [.. rows.OrderBy(row => queries[row])];
        return examples.Shape.Split == SplitKind.Time && table[examples.Shape.SplitColumn!.Name] is var time
            ? [.. rows.OrderBy(row => Moments.Compute(time, row))]
            : rows;
    }

    /// <summary>A row's side follows from its own key: appended rows never move an old one.</summary>
    static bool[] LowHash(int[] rows, ulong[] keys) => [.. rows.Select(row => Fraction(keys[row]) < Share)];

    /// <summary>The latest fifth; rows of one moment stay together, rows without a time train.</summary>
    static bool[] Latest(int[] rows, TableColumn time)
    {
        var moments = rows.Select(row => Moments.Compute(time, row)).ToArray();
        var known = moments.Where(moment => moment is not null).Order().ToArray();
        var heldOut = (int)Math.Round(known.Length * Share);
        if (heldOut == 0)
            return new bool[rows.Length];
        var first = known[^heldOut];
        // A boundary inside one moment: take the whole moment, unless that leaves nothing to train on, or is further from a fifth than to take none of it.
        var (without, with) = (known.Count(moment => moment > first), known.Count(moment => moment >= first));
        return first == known[0] || without > 0 && heldOut - without < with - heldOut
            ? [.. moments.Select(moment => moment > first)]
            : [.. moments.Select(moment => moment >= first)];
    }

    static double Fraction(ulong key) => (key >> 11) * (1.0 / (1UL << 53));

    static HashSet<ulong> Keys(IEnumerable<string> texts) =>
        [.. texts.Select(text => ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];

    static string Text(ulong key) => key.ToString("x16", CultureInfo.InvariantCulture);
}
