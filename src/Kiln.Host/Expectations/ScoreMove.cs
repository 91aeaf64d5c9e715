using Kiln.Contracts.Expectations;

namespace Kiln.Host.Expectations;

/// <summary>How far the score of a row goes the wrong way, and between which of the values that its column is given.</summary>
/// <param name="From">The place of the value that it goes from; -1 for the row's own.</param>
/// <param name="To">The place of the value that it goes to.</param>
/// <param name="Score">The score before.</param>
/// <param name="Other">The score after.</param>
readonly record struct ScoreMove(int From, int To, double Score, double Other)
{
    /// <summary>Infinite where one of the scores is no number.</summary>
    public double Size => double.IsNaN(Score) || double.IsNaN(Other) ? double.PositiveInfinity : Math.Abs(Other - Score);

    /// <summary>The furthest that a score falls, or rises where it is to fall, from any value to any larger one; to itself where it never does.</summary>
    /// <param name="scores">For each value in ascending order.</param>
    public static ScoreMove Against(Direction direction, ReadOnlySpan<double> scores)
    {
        var (worst, best) = (new ScoreMove(0, 0, 0, 0), 0);
        for (var value = 0; value < scores.Length; value++)
        {
            var move = new ScoreMove(best, value, scores[best], scores[value]);
            if (double.IsNaN(scores[value]))
                return move;
            var isRise = scores[value] > scores[best];
            if (isRise == (direction == Direction.Increasing) && scores[value] != scores[best])
                best = value;
            else if (move.Size > worst.Size)
                worst = move;
        }
        return worst;
    }

    /// <summary>The furthest that scores are from the row's own.</summary>
    /// <param name="scores">For each value.</param>
    public static ScoreMove Away(double own, ReadOnlySpan<double> scores)
    {
        var worst = new ScoreMove(-1, -1, own, own) with { Other = own };
        for (var value = 0; value < scores.Length; value++)
            if (new ScoreMove(-1, value, own, scores[value]) is var move && move.Size > worst.Size)
                worst = move;
        return worst;
    }
}
