using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Gates;

namespace Kiln.Host.Tests.Gates;

public class SkillCheckTests
{
    static readonly ModelDefinition Model = new() { Name = "M", Type = "M", Dataset = "d", Label = "y", Location = new("M.cs", 3, 2) };

    [Theory]
    [InlineData("AreaUnderRocCurve", 0.52, 0.47, 0.57, 0.5, "AreaUnderRocCurve 0.52 [0.47–0.57] on 120 held-out rows is indistinguishable from guessing (0.5); add rows, or columns related to 'y'")]
    [InlineData("AreaUnderRocCurve", 0.2, 0.1, 0.3, 0.5, "AreaUnderRocCurve 0.2 [0.1–0.3] on 120 held-out rows is worse than guessing (0.5); add rows, or columns related to 'y'")]
    [InlineData("RSquared", 0.1, -0.2, 0.3, 0, "RSquared 0.1 [-0.2–0.3] on 120 held-out rows is indistinguishable from predicting the mean (0); add rows, or columns related to 'y'")]
    [InlineData("MicroAccuracy", 0.9, 0.8, 0.93, 0.91, "MicroAccuracy 0.9 [0.8–0.93] on 120 held-out rows is indistinguishable from always naming the class that is most frequent in the training rows (0.91); add rows, or columns related to 'y'")]
    [InlineData("AreaUnderRocCurve", 0.6, 0.51, 0.7, 0.5, null)]
    [InlineData("RSquared", double.NaN, double.NaN, double.NaN, double.NaN, null)]
    public void The_quoted_metric_must_clear_what_guessing_gives(string metric, double value, double low, double high, double noSkill, string? said) =>
        Assert.Equal(said, Said(new Measurement(metric, new(value, low, high), noSkill, double.IsNaN(value) ? "they …" : null)));

    [Fact]
    public void Without_an_interval_it_cannot_be_told_and_why() => Assert.Equal(
        "AreaUnderRocCurve 0.9 on 120 held-out rows does not show whether the model is better than guessing (0.5): they have few; "
        + "it may be good, and more rows would show it, of which a fifth is held out",
        Said(isInformation: true, new Measurement("AreaUnderRocCurve", new(0.9, double.NaN, double.NaN), 0.5, "they have few")));

    /// <summary>30 rows: the interval holds guessing, and what is a third of the way from it to what cannot be better.</summary>
    [Theory]
    [InlineData("AreaUnderRocCurve", 0.61, 0.38, 0.84, 0.5, "AreaUnderRocCurve 0.61 [0.38–0.84] on 120 held-out rows does not show whether the model is better than guessing (0.5): they are too few to tell; "
        + "it may be good, and more rows would show it, of which a fifth is held out")]
    [InlineData("AverageDistance", 5, 3, 11, 10, "AverageDistance 5 [3–11] on 120 held-out rows does not show whether the model is better than one cluster of all rows (10): they are too few to tell; "
        + "it may be good, and more rows would show it, of which a fifth is held out")]
    public void Rows_that_are_too_few_to_tell_are_no_fault_of_the_model(string metric, double value, double low, double high, double noSkill, string said) =>
        Assert.Equal(said, Said(isInformation: true, Of(metric, value, low, high, noSkill)));

    [Fact]
    public void Metrics_that_do_clear_it_are_named() => Assert.Contains(
        "(0.95), though MacroAccuracy and LogLoss are better than a guess's; add rows",
        Said(Of("MicroAccuracy", 0.94, 0.92, 0.96, 0.95), Of("MacroAccuracy", 0.6, 0.5, 0.7, 0.33), Of("LogLoss", 0.2, 0.1, 0.25, 0.3)));

    [Fact]
    public void Probabilities_that_are_worse_than_the_base_rate_are_told_though_the_order_is_good() => Assert.Equal(
        "LogLoss 1.2 [1.05–1.4] on 120 held-out rows is worse than that of always giving each class the probability it has in the training rows (0.85): "
        + "the ranking may be good, but the probabilities are overconfident; add rows, or use a simpler model",
        Said(Of("AreaUnderRocCurve", 0.7, 0.6, 0.8, 0.5), Of("LogLoss", 1.2, 1.05, 1.4, 0.85)));

    [Theory]
    [InlineData(0.9, 0.8, 1.0)]
    [InlineData(0.9, double.NaN, double.NaN)]
    public void A_log_loss_that_may_be_chance_is_left_alone(double value, double low, double high) =>
        Assert.Null(Said(Of("AreaUnderRocCurve", 0.7, 0.6, 0.8, 0.5), Of("LogLoss", value, low, high, 0.85)));

    static Measurement Of(string metric, double value, double low, double high, double noSkill) => new(metric, new(value, low, high), noSkill, null);

    static string? Said(params Measurement[] measurements) => Said(isInformation: false, measurements);

    static string? Said(bool isInformation, params Measurement[] measurements)
    {
        var found = SkillCheck.Check(Model, measurements, 120, Path.GetTempPath());
        Assert.True(found is null || (found.Id, found.Line, found.Column, found.IsInformation, found.IsWarning) == ("KILN4014", 3, 2, isInformation, !isInformation));
        return found?.Message;
    }
}
