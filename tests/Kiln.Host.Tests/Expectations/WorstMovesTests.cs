using Kiln.Contracts.Expectations;
using Kiln.Host.Expectations;

namespace Kiln.Host.Tests.Expectations;

/// <summary>Against every pair of values.</summary>
public sealed class WorstMovesTests
{
    [Theory]
    [InlineData(Direction.Increasing)]
    [InlineData(Direction.Decreasing)]
    public void The_worst_move_against_a_direction_is_the_worst_of_all_pairs(Direction direction)
    {
        var random = new Random(3);
        for (var i = 0; i < 1000; i++)
        {
            float[] scores = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(6) / 8f)];
            var pairs = from a in Enumerable.Range(0, scores.Length) from b in Enumerable.Range(a, scores.Length - a) select direction == Direction.Increasing ? scores[a] - scores[b] : scores[b] - scores[a];

            var move = Worst(direction, 0, scores);

            Assert.Equal(Math.Max(0, pairs.Max()), move.Size);
            Assert.True(move.From <= move.To);
            Assert.Equal(move.Size == 0 ? (0, 0) : (scores[move.From], scores[move.To]), move.Size == 0 ? (0, 0) : (move.Score, move.Other));
        }
    }

    /// <summary>Of two rows with three classes, of which two are looked at.</summary>
    [Fact]
    public void The_worst_move_away_is_that_of_any_class_and_value()
    {
        var moves = new WorstMoves(null, [[0.25f, 0.5f, 0.25f], [0.5f, 0.25f, 0.25f]], [0, 2]);
        moves.Add(0, [[0.25f, 0, 0.75f], [0.5f, 0.5f, 0]]);
        moves.Add(1, [[0, 1, 0], [0.5f, 0, 0.5f]]);

        Assert.Equal([new(-1, 0, 0.25, 0.75), new(-1, 0, 0.25, 0)], moves.Rows);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Direction.Increasing)]
    [InlineData(Direction.Decreasing)]
    public void A_score_that_is_no_number_is_infinitely_wrong(Direction? direction)
    {
        Assert.Equal((double.PositiveInfinity, 1), (Worst(direction, 0.1f, 0.1f, float.NaN, 0.3f).Size, Worst(direction, 0.1f, 0.1f, float.NaN, 0.3f).To));
        Assert.Equal(double.PositiveInfinity, Worst(direction, float.NaN, float.NaN).Size);
    }

    static ScoreMove Worst(Direction? direction, float own, params float[] scores)
    {
        var moves = new WorstMoves(direction, [[own]], [0]);
        foreach (var (value, score) in scores.Index())
            moves.Add(value, [[score]]);
        return moves.Rows[0];
    }
}
