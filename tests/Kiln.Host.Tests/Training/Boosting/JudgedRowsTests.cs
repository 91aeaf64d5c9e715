using Kiln.Contracts.Models;
using Kiln.Host.Training;

namespace Kiln.Host.Tests.Training.Boosting;

public class JudgedRowsTests
{
    [Fact]
    public void Of_two_classes_the_loss_is_of_the_right_ones_probability() =>
        Assert.Equal(-Math.Log(0.8) - Math.Log(1 - 0.25), Loss(TaskKind.BinaryClassification, [1, 0], 0.8, 0.25), 12);

    [Fact]
    public void Of_several_classes_the_predictions_come_class_by_class() =>
        Assert.Equal(-Math.Log(0.7) - Math.Log(0.5), Loss(TaskKind.MulticlassClassification, [2, 0], 0.1, 0.5, 0.2, 0.3, 0.7, 0.2), 12);

    [Fact]
    public void Of_numbers_the_squares_of_the_errors_are_added() => Assert.Equal(4 + 0.25, Loss(TaskKind.Regression, [3, -1], 1, -0.5), 12);

    [Fact]
    public void One_row_that_was_held_impossible_does_not_count_for_all() =>
        Assert.InRange(Loss(TaskKind.BinaryClassification, [1], 0.0), 34, 35);

    /// <summary>The share of a class or the mean moves with time, which says nothing about what tells rows apart.</summary>
    [Fact]
    public void Later_rows_do_not_judge_the_level()
    {
        double Odds(double probability, double level) => 1 / (1 + Math.Exp(-Math.Log(probability / (1 - probability)) - level));
        double[] said = [0.3, 0.6, 0.4, 0.7, 0.2];
        float[] yes = [0, 1, 1, 0, 0];

        Assert.Equal(Later(TaskKind.BinaryClassification, yes, said), Later(TaskKind.BinaryClassification, yes, [.. said.Select(p => Odds(p, -2))]), 1e-6);
        Assert.NotEqual(Loss(TaskKind.BinaryClassification, yes, said), Loss(TaskKind.BinaryClassification, yes, [.. said.Select(p => Odds(p, -2))]), 0.1);
        Assert.Equal(Later(TaskKind.Regression, [1, 2, 4], [1, 3, 3]), Later(TaskKind.Regression, [1, 2, 4], [6, 8, 8]), 1e-9);
    }

    static double Later(TaskKind task, float[] labels, params double[] predictions) =>
        new JudgedRows(labels, [.. labels.Select(_ => 1f)], task, areLater: true).Loss(predictions);

    static double Loss(TaskKind task, float[] labels, params double[] predictions) => new JudgedRows(labels, [.. labels.Select(_ => 1f)], task).Loss(predictions);
}
