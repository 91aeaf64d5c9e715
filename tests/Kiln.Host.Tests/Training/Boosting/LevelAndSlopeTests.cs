using Kiln.Contracts.Models;
using Kiln.Host.Training;

namespace Kiln.Host.Tests.Training.Boosting;

public class LevelAndSlopeTests
{
    const int Rows = 3_000;

    /// <summary>No other level and slope near by have a lower loss: the referee is the loss itself.</summary>
    [Theory]
    [InlineData(TaskKind.BinaryClassification, 0.4)]
    [InlineData(TaskKind.BinaryClassification, 0.9)]
    [InlineData(TaskKind.MulticlassClassification, 0.5)]
    [InlineData(TaskKind.Regression, 0.3)]
    public void Level_and_slope_are_those_of_the_least_loss(TaskKind task, double slope)
    {
        var (predictions, labels, weights) = Sample(task, slope);
        var found = LevelAndSlope.Find(predictions, labels, weights, task);

        Assert.InRange(found.Slope, slope - 0.1, slope + 0.1);
        var least = new JudgedRows(labels, weights, task).Loss(found.Predictions);
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
            Assert.True(new JudgedRows(labels, weights, task).Loss(Move(found.Predictions, predictions, task, random)) > least - 1e-4 * Rows / 100);
    }

    [Theory]
    [InlineData(TaskKind.BinaryClassification)]
    [InlineData(TaskKind.MulticlassClassification)]
    [InlineData(TaskKind.Regression)]
    public void What_turned_round_counts_nothing_and_what_became_stronger_no_more_than_it_did(TaskKind task)
    {
        Assert.Equal(0, Find(-1).Slope);
        Assert.Equal(1, Find(1.5).Slope);

        LevelAndSlope Find(double slope)
        {
            var (predictions, labels, weights) = Sample(task, slope);
            return LevelAndSlope.Find(predictions, labels, weights, task);
        }
    }

    [Fact]
    public void Predictions_without_a_difference_have_the_level_of_the_rows()
    {
        float[] labels = [1, 0, 0, 0];
        var found = LevelAndSlope.Find([0.9, 0.9, 0.9, 0.9], labels, [1, 1, 1, 1], TaskKind.BinaryClassification);

        Assert.All(found.Predictions, probability => Assert.Equal(0.25, probability, 1e-6));
    }

    /// <summary>Predictions of a level and slope that do not hold for the labels, by which rows count differently.</summary>
    static (double[] Predictions, float[] Labels, float[] Weights) Sample(TaskKind task, double slope)
    {
        var random = new Random(5);
        var classes = task == TaskKind.MulticlassClassification ? 3 : 1;
        var (predictions, labels, weights) = (new double[Rows * classes], new float[Rows], new float[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            weights[row] = 0.5f + random.NextSingle();
            var said = Enumerable.Range(0, classes).Select(_ => 4 * random.NextDouble() - 2).ToArray();
            switch (task)
            {
                case TaskKind.BinaryClassification:
                    predictions[row] = 1 / (1 + Math.Exp(-said[0]));
                    labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(0.8 - slope * said[0])) ? 1 : 0;
                    break;
                case TaskKind.MulticlassClassification:
                    for (var c = 0; c < classes; c++)
                        predictions[c * Rows + row] = Math.Exp(said[c]) / said.Sum(Math.Exp);
                    var shares = said.Select((value, c) => Math.Exp(slope * value + 0.5 * c)).ToArray();
                    var drawn = random.NextDouble() * shares.Sum();
                    labels[row] = drawn < shares[0] ? 0 : drawn < shares[0] + shares[1] ? 1 : 2;
                    break;
                default:
                    predictions[row] = said[0];
                    labels[row] = (float)(5 + slope * said[0] + random.NextDouble());
                    break;
            }
        }
        return (predictions, labels, weights);
    }

    static double[] Move(double[] found, double[] predictions, TaskKind task, Random random)
    {
        double Small() => 0.1 * (random.NextDouble() - 0.5);
        var slope = Small();
        var levels = new[] { Small(), Small(), Small() };
        switch (task)
        {
            case TaskKind.BinaryClassification:
                return [.. found.Zip(predictions, (p, said) => 1 / (1 + Math.Exp(-Math.Log(p / (1 - p)) - levels[0] - slope * Math.Log(said / (1 - said)))))];
            case TaskKind.MulticlassClassification:
                double[] moved = [.. found.Select((p, i) => p * Math.Exp(levels[i / Rows] + slope * Math.Log(predictions[i])))];
                return [.. moved.Select((p, i) => p / (moved[i % Rows] + moved[Rows + i % Rows] + moved[2 * Rows + i % Rows]))];
            default:
                return [.. found.Zip(predictions, (value, said) => value + levels[0] + slope * said)];
        }
    }
}
