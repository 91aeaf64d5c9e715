using Kiln.Contracts.Models;
using Kiln.TrainerHost.Data;

namespace Kiln.TrainerHost.Training;

/// <summary>Which rows train the model and which measure it.</summary>
/// <param name="Training">Rows of the table, ascending.</param>
/// <param name="HeldOut">Rows of the table, ascending.</param>
sealed record HoldOut(int[] Training, int[] HeldOut)
{
    /// <summary>The share of rows that is held out.</summary>
    public const double Share = 0.2;

    /// <summary>Splits the rows that have a label.</summary>
    public static HoldOut Split(Table table, Examples examples)
    {
        var rows = Enumerable.Range(0, table.Rows).Where(row => !float.IsNaN(examples.Label[row])).ToArray();
        var shape = examples.Shape;
        var isHeldOut = shape.Split switch
        {
            SplitKind.Time => Latest(rows, table[shape.SplitColumn!.Name]),
            SplitKind.Group => LowHash(rows, ColumnHash.Of(table[shape.SplitColumn!.Name], table.RowHashes)),
            _ => shape.Task == TaskKind.Regression
                ? LowHash(rows, table.RowHashes)
                : EveryClassOnBothSides(rows, table.RowHashes, examples.Label, LowHash(rows, table.RowHashes)),
        };
        return new([.. rows.Where((_, i) => !isHeldOut[i])], [.. rows.Where((_, i) => isHeldOut[i])]);
    }

    /// <summary>A row's side follows from its own hash: appended rows never move an old one, equal rows stay together.</summary>
    static bool[] LowHash(int[] rows, ulong[] hashes) => [.. rows.Select(row => Fraction(hashes[row]) < Share)];

    /// <summary>
    /// On small data a class can fall on one side by chance. Then its row with the lowest hash is held out (or the one with the
    /// highest trains): still a choice by hash, so it does not depend on the order of the rows.
    /// </summary>
    static bool[] EveryClassOnBothSides(int[] rows, ulong[] hashes, float[] label, bool[] isHeldOut)
    {
        foreach (var members in Enumerable.Range(0, rows.Length).GroupBy(i => label[rows[i]]))
        {
            var byHash = members.OrderBy(i => hashes[rows[i]]).ToList();
            if (byHash.Count < 2 || hashes[rows[byHash[0]]] == hashes[rows[byHash[^1]]])
                continue;
            if (byHash.TrueForAll(i => !isHeldOut[i]))
                Move(byHash[0], true);
            else if (byHash.TrueForAll(i => isHeldOut[i]))
                Move(byHash[^1], false);

            void Move(int chosen, bool heldOut)
            {
                foreach (var i in byHash.Where(i => hashes[rows[i]] == hashes[rows[chosen]]))
                    isHeldOut[i] = heldOut;
            }
        }
        return isHeldOut;
    }

    /// <summary>The latest fifth; rows of one moment stay together, rows without a time train.</summary>
    static bool[] Latest(int[] rows, TableColumn time)
    {
        var moments = rows.Select(row => Moment(time, row)).ToArray();
        var known = moments.Where(moment => moment is not null).Order().ToArray();
        var heldOut = (int)Math.Round(known.Length * Share);
        if (heldOut == 0)
            return new bool[rows.Length];
        var first = known[^heldOut];
        // A boundary inside one moment: take the whole moment unless that leaves nothing to train on.
        return first == known[0]
            ? [.. moments.Select(moment => moment > first)]
            : [.. moments.Select(moment => moment >= first)];
    }

    /// <summary>Compares as the times do, to the last tick: a double holds no date that exactly.</summary>
    static long? Moment(TableColumn time, int row) => time switch
    {
        DateTimeColumn dates => dates.Values[row]?.Ticks,
        NumberColumn numbers when !numbers.IsMissing(row) => Ordered(BitConverter.DoubleToInt64Bits(numbers.Values[row])),
        _ => null,
    };

    /// <summary>A double's bits are ordered like it where it is positive, and the other way round below zero.</summary>
    static long Ordered(long bits) => bits >= 0 ? bits : long.MinValue - bits;

    static double Fraction(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));
}
