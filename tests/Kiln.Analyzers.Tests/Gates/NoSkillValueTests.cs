using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Gates;

/// <summary>Data with 90 % yes, 60 % a and 30 % b of three kinds, and a number.</summary>
public sealed class NoSkillValueTests
{
    static readonly DataContract Data = new()
    {
        Dataset = "data",
        Columns = [Columns.Number("x"), Columns.Boolean("y"), Columns.Category("kind", "a", "b", "c"), Columns.Boolean("even"), Columns.Boolean("unknown")],
        Rows = 1000,
        Profile = new Dictionary<string, ColumnProfile>
        {
            ["y"] = new() { Missing = 0.1, Distinct = 2, Top = [new("yes", 810), new("no", 90)] },
            ["kind"] = new() { Missing = 0, Distinct = 3, Top = [new("a", 600), new("b", 300), new("c", 100)] },
            ["even"] = new() { Missing = 0, Distinct = 2, Top = [new("no", 600), new("yes", 400)] },
            ["unknown"] = new() { Missing = 0, Distinct = 20, Top = [new("yes", 900)] },
        },
    };

    static TestProject Project(string label, string gates) => StandIn.Project.Contract(Data)
        .Source($"using Kiln; [Model(\"data\", Label = \"{label}\", Version = \"1.0.0\")] {gates} partial class M;");

    static async Task<string[]> Findings(string label, string gates, string id) =>
        [.. (await Project(label, gates).Findings()).Where(finding => finding.StartsWith(id, StringComparison.Ordinal))];

    static async Task<string[]> WithoutGate(string label, string gates) =>
        [.. (await Project(label, gates).Diagnostics()).Where(finding => finding.Id == "KILN4004").Select(finding => finding.GetMessage())];

    [Theory]
    [InlineData("y", "[Gate(Metric.AreaUnderRocCurve, AtLeast = …)]")]
    [InlineData("kind", "[Gate(Metric.MicroAccuracy, AtLeast = …)]")]
    [InlineData("x", "[Gate(Metric.RSquared, AtLeast = …)]")]
    [InlineData("nonsense", null)]
    public async Task A_model_without_a_gate_is_told_what_to_add(string label, string? gate) => Assert.Equal(
        gate is null ? [] : [$"'M' has no gate, so it is published however bad it is; add {gate} with what it must reach on held-out rows"],
        await WithoutGate(label, ""));

    [Fact]
    public async Task A_model_with_a_gate_has_one() => Assert.Empty(await WithoutGate("y", "[Gate(Metric.Accuracy, AtLeast = 0.95)]"));

    [Theory]
    [InlineData("even", "AreaUnderRocCurve", "AtLeast", "0.5", "0.5")]
    [InlineData("even", "AreaUnderRocCurve", "AtLeast", "0.4", "0.5")]
    [InlineData("even", "Accuracy", "AtLeast", "0.6", "0.6")]
    [InlineData("y", "Accuracy", "AtLeast", "0.85", "0.9")]
    [InlineData("even", "AreaUnderPrecisionRecallCurve", "AtLeast", "0.3", "0.4")]
    [InlineData("even", "PositivePrecision", "AtLeast", "0.4", "0.4")]
    [InlineData("even", "F1Score", "AtLeast", "0.57", "0.5714")]
    [InlineData("even", "LogLoss", "AtMost", "0.98", "0.971")]
    [InlineData("kind", "LogLoss", "AtMost", "0.9", "0.8979")]
    [InlineData("kind", "MicroAccuracy", "AtLeast", "0.6", "0.6")]
    [InlineData("kind", "MacroAccuracy", "AtLeast", "0.33", "0.3333")]
    [InlineData("x", "RSquared", "AtLeast", "0", "0")]
    [InlineData("unknown", "AreaUnderRocCurve", "AtLeast", "0.5", "0.5")]
    public async Task A_bound_that_guessing_meets_is_told(string label, string metric, string side, string bound, string reached) => Assert.Equal(
        [$"KILN4005 at {bound}: a model without skill reaches {metric} {reached} on this data, so {side} = {bound} never fails; "
            + $"{(side == "AtLeast" ? "raise" : "lower")} the bound to what the model must reach"],
        await Findings(label, $"[Gate(Metric.{metric}, {side} = {bound})]", "KILN4005"));

    [Theory]
    [InlineData("even", "[Gate(Metric.Accuracy, AtMost = 0.9)]", "0.9: higher Accuracy is better, so a gate with only AtMost stops nothing but models that are too good; set AtLeast to what the model must reach")]
    [InlineData("x", "[Gate(Metric.RootMeanSquaredError, AtLeast = 2)]", "2: lower RootMeanSquaredError is better, so a gate with only AtLeast stops nothing but models that are too good; set AtMost to what the model must reach")]
    public async Task A_bound_on_the_wrong_side_is_told(string label, string gate, string finding) =>
        Assert.Equal([$"KILN4005 at {finding}"], await Findings(label, gate, "KILN4005"));

    [Theory]
    [InlineData("even", "[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.51)]")]
    [InlineData("even", "[Gate(Metric.Accuracy, AtLeast = 0.65, AtMost = 0.99)]")]
    [InlineData("even", "[Gate(Metric.Accuracy, AtLeast = 0.65)] [Gate(Metric.Accuracy, AtMost = 0.99)]")]
    [InlineData("even", "[Gate(Metric.PositiveRecall, AtLeast = 0.1)]")]
    [InlineData("even", "[Gate(Metric.LogLoss, AtMost = 0.9)]")]
    [InlineData("kind", "[Gate(Metric.MicroAccuracy, AtLeast = 0.61)]")]
    [InlineData("x", "[Gate(Metric.RSquared, AtLeast = 0.1)]")]
    [InlineData("x", "[Gate(Metric.MeanAbsoluteError, AtMost = 1000)]")]
    [InlineData("unknown", "[Gate(Metric.Accuracy, AtLeast = 0.1)]")]
    [InlineData("x", "[Gate(Metric.Accuracy, AtLeast = 0.1)]")]
    [InlineData("x", "[Gate(Metric.RSquared)]")]
    public async Task A_bound_that_can_fail_or_is_not_known_is_left_alone(string label, string gates) => Assert.Empty(await Findings(label, gates, "KILN4005"));

    [Theory]
    [InlineData("[Gate(Metric.Accuracy, AtLeast = 0.95)]", "Accuracy")]
    [InlineData("[Gate(Metric.F1Score, AtLeast = 0.97)] [Gate(Metric.Accuracy, AtLeast = 0.95)]", "F1Score and Accuracy")]
    public async Task Only_counting_labels_on_an_unbalanced_label_is_told(string gates, string metrics)
    {
        var finding = Assert.Single(await Findings("y", gates, "KILN4006"));
        Assert.EndsWith($": 90 % of the rows have one 'y', so {metrics} says little about the rest and changes with the threshold; gate on AreaUnderPrecisionRecallCurve or LogLoss too", finding);
    }

    [Theory]
    [InlineData("even", "[Gate(Metric.Accuracy, AtLeast = 0.95)]")]
    [InlineData("y", "[Gate(Metric.Accuracy, AtLeast = 0.95)] [Gate(Metric.LogLoss, AtMost = 0.1)]")]
    [InlineData("kind", "[Gate(Metric.MicroAccuracy, AtLeast = 0.7)]")]
    [InlineData("unknown", "[Gate(Metric.Accuracy, AtLeast = 0.95)]")]
    [InlineData("x", "[Gate(Metric.RSquared, AtLeast = 0.95)]")]
    [InlineData("y", "")]
    public async Task Balanced_labels_and_other_metrics_are_left_alone(string label, string gates) => Assert.Empty(await Findings(label, gates, "KILN4006"));
}
