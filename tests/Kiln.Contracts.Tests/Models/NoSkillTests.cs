using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

public sealed class NoSkillTests
{
    [Theory]
    [InlineData("AreaUnderRocCurve", 0.5)]
    [InlineData("AreaUnderPrecisionRecallCurve", 0.2)]
    [InlineData("PositivePrecision", 0.2)]
    [InlineData("F1Score", 0.4 / 1.2)]
    [InlineData("PositiveRecall", null)]
    public void Of_two_classes_the_measured_rows_count(string metric, double? value) =>
        Assert.Equal(value, NoSkill.Compute(metric, TaskKind.BinaryClassification, [0.4, 0.6], [0.2, 0.8]));

    /// <summary>60 % were positive, so yes is named, and 20 % are.</summary>
    [Fact]
    public void The_class_that_is_named_and_its_probability_come_from_the_training_rows()
    {
        Assert.Equal(0.2, NoSkill.Compute("Accuracy", TaskKind.BinaryClassification, [0.6, 0.4], [0.2, 0.8]));
        Assert.Equal(-0.2 * Math.Log2(0.6) - 0.8 * Math.Log2(0.4), NoSkill.Compute("LogLoss", TaskKind.BinaryClassification, [0.6, 0.4], [0.2, 0.8])!.Value, 1e-12);
        Assert.Equal(-0.5 * Math.Log(0.3) - 0.5 * Math.Log(0.2), NoSkill.Compute("LogLoss", TaskKind.MulticlassClassification, [0.5, 0.3, 0.2], [0, 0.5, 0.5])!.Value, 1e-12);
        Assert.Equal(0.1, NoSkill.Compute("MicroAccuracy", TaskKind.MulticlassClassification, [0.5, 0.3, 0.2], [0.1, 0.4, 0.5]));
    }

    [Fact]
    public void A_class_that_was_never_seen_is_unlikely_and_not_impossible() =>
        Assert.Equal(-Math.Log2(1e-15), NoSkill.Compute("LogLoss", TaskKind.BinaryClassification, [0, 1], [1, 0])!.Value, 1e-9);

    [Fact]
    public void Classes_without_rows_do_not_count() =>
        Assert.Equal(0.5, NoSkill.Compute("MacroAccuracy", TaskKind.MulticlassClassification, [0.5, 0.3, 0.2], [0, 0.4, 0.6]));

    [Theory]
    [InlineData("AreaUnderRocCurve", TaskKind.BinaryClassification, 0.5)]
    [InlineData("RSquared", TaskKind.Regression, 0.0)]
    [InlineData("Accuracy", TaskKind.BinaryClassification, null)]
    [InlineData("MeanAbsoluteError", TaskKind.Regression, null)]
    [InlineData("AreaUnderRocCurve", TaskKind.Regression, null)]
    public void Where_shares_are_not_known_only_what_needs_none_is(string metric, TaskKind task, double? value) =>
        Assert.Equal(value, NoSkill.Compute(metric, task, null, null));
}
