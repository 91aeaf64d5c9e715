using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Tests.Models;

/// <summary>From which probability on the positive class is predicted: as a number, by a cost, or by the metric that training chooses it for.</summary>
public sealed class ThresholdTests
{
    static readonly Column Feature = Samples.Column("x", ColumnType.Number);

    static readonly Column Churned = new()
    {
        Name = "churned", Property = "Churned", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Label, Values = ["no", "yes"],
    };

    static ModelDefinition Model(double? threshold = null, string? metric = null, double? cost = null, TaskKind? task = null) => new()
    {
        Name = "M", Type = "M", Dataset = "d", Task = task, Threshold = threshold, ThresholdFor = metric, FalseNegativeCost = cost, Location = new("M.cs", 1, 2),
    };

    static ModelShape? Resolve(ModelDefinition model, Column label, out string problems)
    {
        var shape = ShapeResolver.Resolve(model, new() { Dataset = "d", Columns = [Feature, label] }, out var found);
        problems = string.Join(" | ", found.Select(problem => $"{problem.Id} {problem.Argument}: {problem.Message}"));
        return shape;
    }

    static ModelShape Shape(ModelDefinition model)
    {
        var shape = Resolve(model, Churned, out var problems);
        Assert.Equal("", problems);
        return shape!;
    }

    static string Problem(ModelDefinition model, Column? label = null)
    {
        Assert.Null(Resolve(model, label ?? Churned, out var problems));
        return problems;
    }

    [Fact]
    public void A_model_says_it_in_one_of_three_ways_or_not_at_all()
    {
        Assert.Equal((null, null), (Shape(Model()).Threshold, Shape(Model()).ThresholdFor));
        Assert.Equal((0.3, null), (Shape(Model(0.3)).Threshold, Shape(Model(0.3)).ThresholdFor));
        Assert.Equal((null, "F1Score"), (Shape(Model(metric: "F1Score")).Threshold, Shape(Model(metric: "F1Score")).ThresholdFor));
        Assert.Equal("Accuracy", Shape(Model(metric: "Accuracy")).ThresholdFor);
    }

    [Theory]
    [InlineData(5, 1.0 / 6)]
    [InlineData(1, 0.5)]
    [InlineData(0.25, 0.8)]
    public void A_cost_fixes_it(double cost, double threshold) => Assert.Equal(threshold, Shape(Model(cost: cost)).Threshold!.Value, 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.3)]
    [InlineData(30)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NaN)]
    [InlineData(1e-60)] // As a 32-bit number, which a probability is, it is 0,
    [InlineData(1 - 1e-12)] // and this one 1.
    public void No_probability_is_refused(double threshold) => Assert.Matches(
        "^KILN1024 Threshold: Threshold is .+, so that every row, or none, would be predicted positive; write a probability between 0 and 1, as in Threshold = 0\\.3$",
        Problem(Model(threshold)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-5)]
    [InlineData(1e-12)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NaN)]
    public void No_cost_is_refused(double cost) => Assert.Matches(
        "^KILN1024 FalseNegativeCost: FalseNegativeCost is .+, so that every row, or none, would be predicted positive; "
        + "write how many false positives cost as much as one false negative, as in FalseNegativeCost = 5$", Problem(Model(cost: cost)));

    [Theory]
    [InlineData("PositiveRecall", "predicting every row positive reaches 1")]
    [InlineData("PositivePrecision", "it is best where hardly any row is predicted positive")]
    [InlineData("AreaUnderRocCurve", "it is the same whatever the threshold")]
    [InlineData("AreaUnderPrecisionRecallCurve", "it is the same whatever the threshold")]
    [InlineData("LogLoss", "it is the same whatever the threshold")]
    [InlineData("RSquared", "a binary model does not have it")]
    [InlineData("MicroAccuracy", "a binary model does not have it")]
    [InlineData("77", "a binary model does not have it")]
    public void A_metric_that_chooses_none_is_refused(string metric, string why) => Assert.Equal(
        $"KILN1024 ThresholdFor: no threshold can be chosen for {metric}, because {why}; paste ThresholdFor = Metric.F1Score or ThresholdFor = Metric.Accuracy",
        Problem(Model(metric: metric)));

    [Theory]
    [InlineData(0.3, "F1Score", null, "KILN1024 ThresholdFor: Threshold and ThresholdFor each say")]
    [InlineData(0.3, null, 5.0, "KILN1024 FalseNegativeCost: Threshold and FalseNegativeCost each say")]
    [InlineData(null, "F1Score", 5.0, "KILN1024 FalseNegativeCost: ThresholdFor and FalseNegativeCost each say")]
    [InlineData(0.3, "F1Score", 5.0, "KILN1024 ThresholdFor: Threshold and ThresholdFor and FalseNegativeCost each say")]
    public void Two_ways_are_refused(double? threshold, string? metric, double? cost, string start) => Assert.Equal(
        start + " from which probability on the positive class is predicted; leave one of them", Problem(Model(threshold, metric, cost)));

    [Fact]
    public void What_is_not_binary_has_none()
    {
        Assert.Equal("KILN1024 Threshold: Threshold decides between two classes, but 'M' is MulticlassClassification on 'churned', a category of 2 values ('no', 'yes'); "
            + "leave out Threshold, or paste Task = ModelTask.BinaryClassification", Problem(Model(0.3, task: TaskKind.MulticlassClassification)));
        var price = new Column { Name = "price", Property = "Price", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Label };
        Assert.Equal("KILN1024 ThresholdFor: ThresholdFor decides between two classes, but 'M' is Regression on 'price', a number column; leave out ThresholdFor and FalseNegativeCost",
            Problem(Model(metric: "F1Score", cost: 5), price));
    }

    [Fact]
    public void Another_threshold_of_the_definition_is_a_minor_version_and_one_of_training_a_patch()
    {
        Assert.Equal("Minor: the definition changed", Due(Content(Model(0.3), 0.3), Content(Model(0.4), 0.4)));
        Assert.Equal("Minor: the definition changed", Due(Content(Model(), null), Content(Model(0.5), 0.5)));
        Assert.Equal("Patch: the threshold changed from 0.3 to 0.25", Due(Content(Model(metric: "F1Score"), 0.3), Content(Model(metric: "F1Score"), 0.25)));
        Assert.Equal("None: ", Due(Content(Model(metric: "F1Score"), 0.3), Content(Model(metric: "F1Score"), null)));
    }

    [Fact]
    public void Another_threshold_is_other_content() => Assert.Equal("threshold 0.3 → 0.25",
        Assert.Single(ContentComparison.Compare(Content(Model(metric: "F1Score"), 0.3), Content(Model(metric: "F1Score"), 0.25))).ToString());

    static ReleaseContent Content(ModelDefinition model, double? threshold) => ReleaseContent.Create(
        model, new() { Dataset = "d", Columns = [Feature, Churned] }, Shape(model), "data", "artifact", threshold: threshold);

    static string Due(ReleaseContent released, ReleaseContent now) => VersionDue.Between(released, now) is var due ? $"{due.Part}: {string.Join("; ", due.Reasons)}" : "";
}
