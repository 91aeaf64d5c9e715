using Kiln.Contracts.Expectations;

namespace Kiln.Host.Expectations;

/// <summary>
/// For each row the furthest that its score goes the wrong way, seen while its column is given one value after the other: the scores of all values
/// together would be hundreds of megabytes where there are many classes.
/// </summary>
/// <param name="direction">Which way scores go when values ascend: the furthest is from any value to any larger one. Null where they stay the row's own.</param>
/// <param name="own">The scores of the rows as they are.</param>
/// <param name="places">Which of a row's scores are looked at.</param>
sealed class WorstMoves(Direction? direction, float[][] own, int[] places)
{
    /// <summary>Where a score would go wrong from: its own, or the best so far; null before the first value.</summary>
    readonly (int Value, double Score)?[][] _from =
        [.. own.Select(scores => places.Select(place => direction is null ? (-1, scores[place]) : default((int, double)?)).ToArray())];

    /// <summary>Of size 0 where the score never goes wrong.</summary>
    public ScoreMove[] Rows { get; } = new ScoreMove[own.Length];

    /// <param name="value">Its place: 0, then 1, and so on.</param>
    /// <param name="scores">Of each row that has it.</param>
    public void Add(int value, float[][] scores)
    {
        for (var row = 0; row < Rows.Length; row++)
            for (var i = 0; i < places.Length; i++)
                Add(row, ref _from[row][i], value, scores[row][places[i]]);
    }

    void Add(int row, ref (int Value, double Score)? start, int value, double score)
    {
        var from = start ?? (value, score);
        var isOnward = direction switch { Direction.Increasing => score > from.Score, Direction.Decreasing => score < from.Score, _ => false };
        start = isOnward ? (value, score) : from;
        if (!isOnward && new ScoreMove(from.Value, value, from.Score, score) is var move && move.Size > Rows[row].Size)
            Rows[row] = move;
    }
}
