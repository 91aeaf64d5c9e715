using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;
using Kiln.Host.Data;
using Kiln.Host.Expectations;

namespace Kiln.Host.Tests.Expectations;

public sealed class ExchangedValuesTests
{
    static readonly Column Number = new() { Name = "x", Property = "X", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature };

    [Fact]
    public void Numbers_are_those_of_every_twentieth_part_of_the_rows_that_train_with_both_ends()
    {
        double[] values = [.. Enumerable.Range(0, 1001).Select(i => i * 5 % 1001 * 1.0), 5000, double.NaN];
        var column = new NumberColumn(Number, values);
        int[] training = [.. Enumerable.Range(0, 1001), 1002];

        Assert.Equal(Enumerable.Range(0, 21).Select(i => i * 50.0), ExchangedValues.Of(column, training).Select(row => values[row]));
        Assert.Equal(1002, ExchangedValues.WithMissing(column, training)[^1]);
        Assert.Equal([1.0, 2, 3], ExchangedValues.Of(new NumberColumn(Number, [3, 1, 2, 1, 3]), [0, 1, 2, 3, 4]).Select(row => new double[] { 3, 1, 2, 1, 3 }[row]));
    }

    [Fact]
    public void What_may_not_be_printed_is_a_place_among_the_others()
    {
        var secret = new Column { Name = "faith", Property = "Faith", Type = ColumnType.Category, Nullable = true, Role = ColumnRole.Feature, Values = ["a", "b"], Classification = Classification.Sensitive };
        var column = new TextColumn(secret, [1, 0, 0, -1], ["a", "b"]);
        var values = ExchangedValues.WithMissing(column, [0, 1, 2, 3]);

        Assert.Equal(["value 1 of 3", "value 2 of 3", "missing"], values.Select(row => ExchangedValues.Name(column, row, values)));
        Assert.Equal("its own value", ExchangedValues.Name(column, 2, values));
    }

    /// <summary>Against every pair of values.</summary>
    [Theory]
    [InlineData(Direction.Increasing)]
    [InlineData(Direction.Decreasing)]
    public void The_worst_move_is_the_worst_of_all_pairs(Direction direction)
    {
        var random = new Random(3);
        for (var i = 0; i < 1000; i++)
        {
            double[] scores = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(6) / 10.0)];
            var pairs = from a in Enumerable.Range(0, scores.Length) from b in Enumerable.Range(a, scores.Length - a) select direction == Direction.Increasing ? scores[a] - scores[b] : scores[b] - scores[a];

            var move = ScoreMove.Against(direction, scores);

            Assert.Equal(Math.Max(0, pairs.Max()), move.Size, 12);
            Assert.True(move.From <= move.To);
            Assert.Equal(move.Size == 0 ? (0, 0) : (scores[move.From], scores[move.To]), move.Size == 0 ? (0, 0) : (move.Score, move.Other));
        }
        Assert.Equal(double.PositiveInfinity, ScoreMove.Against(direction, [0.1, double.NaN, 0.3]).Size);
        Assert.Equal(double.PositiveInfinity, ScoreMove.Away(0.1, [0.1, double.NaN]).Size);
    }
}
