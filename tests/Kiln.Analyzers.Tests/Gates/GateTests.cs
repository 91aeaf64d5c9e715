using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Gates;

public sealed class GateTests
{
    static Task<string[]> Findings(string gate, string label = "y") => StandIn.Project
        .Contract("data", Columns.Number("x"), Columns.Boolean("y"), Columns.Category("kind", "a", "b", "c"))
        .Source($"using Kiln; [Model(\"data\", Label = \"{label}\", Version = \"1.0.0\")] [Gate({gate})] partial class M;")
        .Findings();

    [Theory]
    [InlineData("y", "Metric.RSquared, AtLeast = 0", "KILN4002 at Metric.RSquared: RSquared is not a metric of BinaryClassification, which 'M' is because of its label 'y', a boolean column ('no', 'yes'), so it cannot be measured; paste [Gate(Metric.AreaUnderRocCurve, AtLeast = …)] here, or gate on another of AreaUnderRocCurve, AreaUnderPrecisionRecallCurve, Accuracy, F1Score, PositivePrecision, PositiveRecall, LogLoss")]
    [InlineData("kind", "Metric.Accuracy, AtLeast = 0.5", "KILN4002 at Metric.Accuracy: Accuracy is not a metric of MulticlassClassification, which 'M' is because of its label 'kind', a category of 3 values ('a', 'b', 'c'), so it cannot be measured; paste [Gate(Metric.MicroAccuracy, AtLeast = 0.5)] here, or gate on another of MicroAccuracy, MacroAccuracy, LogLoss")]
    [InlineData("x", "Metric.LogLoss, AtMost = 1", "KILN4002 at Metric.LogLoss: LogLoss is not a metric of Regression, which 'M' is because of its label 'x', a number column, so it cannot be measured; paste [Gate(Metric.RSquared, AtLeast = …)] here, or gate on another of RSquared, RootMeanSquaredError, MeanAbsoluteError; or, if its numbers are classes, add its numbers to the column, as in \"classes\": [0, 1, 2], in data.schema.json, line 6, and paste Task = ModelTask.MulticlassClassification into [Model]")]
    [InlineData("x", "Metric.Coverage, AtLeast = 0.8", "KILN4002 at Metric.Coverage: Coverage measures the intervals of predictions, and 'M' has none, so it cannot be measured; paste Interval = 0.9 into [Model] for intervals that hold 90 % of values, or remove the gate")]
    [InlineData("x", "(Metric)99, AtLeast = 1", "KILN4002 at (Metric)99: 99 is not a metric of Regression, which 'M' is because of its label 'x', a number column, so it cannot be measured; paste [Gate(Metric.RSquared, AtLeast = …)] here, or gate on another of RSquared, RootMeanSquaredError, MeanAbsoluteError")]
    [InlineData("y", "Metric.Accuracy", "KILN4003 at Gate(Metric.Accuracy): a gate on Accuracy without a bound lets every model pass; set AtLeast to a number (higher is better)")]
    [InlineData("y", "Metric.LogLoss, Because = \"x\"", "KILN4003 at Gate(Metric.LogLoss, Because = \"x\"): a gate on LogLoss without a bound lets every model pass; set AtMost to a number (lower is better)")]
    [InlineData("y", "Metric.Accuracy, AtLeast = double.NaN", "KILN4003 at Gate(Metric.Accuracy, AtLeast = double.NaN): a gate on Accuracy without a bound lets every model pass; set AtLeast to a number (higher is better)")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, AtMost = 0.5", "KILN4003 at 0.9: no Accuracy is at least 0.9 and at most 0.5, so no model passes; make AtLeast the smaller one or drop one bound")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, NoWorseBy = -0.01", "KILN4003 at -0.01: NoWorseBy is how much worse than the released model's Accuracy may be, and -0.01 is no such amount; set it to 0 or more, in the metric's unit")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, NoWorseBy = double.NaN", "KILN4003 at double.NaN: NoWorseBy is how much worse than the released model's Accuracy may be, and NaN is no such amount; set it to 0 or more, in the metric's unit")]
    public async Task Flags(string label, string gate, string finding) => Assert.Equal([finding], await Findings(gate, label));

    [Theory]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9")]
    [InlineData("y", "Metric.LogLoss, AtMost = 0.5")]
    [InlineData("kind", "Metric.LogLoss, AtMost = 0.5, Because = \"agreed\"")]
    [InlineData("x", "Metric.RSquared, AtLeast = 0.1, AtMost = 1")]
    [InlineData("y", "Metric.Accuracy, NoWorseBy = 0")]
    [InlineData("x", "Metric.MeanAbsoluteError, AtMost = 3, NoWorseBy = 0.5")]
    public async Task Leaves_a_gate_alone(string label, string gate) => Assert.Empty(await Findings(gate, label));

    [Theory]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, Slice = \"kindd\"", "KILN1014 at \"kindd\": 'kindd' is not a column of 'data' (did you mean 'kind'?); column names must match the file's header exactly")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, Slice = \"x\"", "KILN4018 at \"x\": 'x' is a number column, so each of its values has few rows; add a category of its ranges to the data, or, where the numbers are names, list them as in \"classes\": [0, 1, 2] in data.schema.json, line 6")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, NoWorseBy = 0.01, Slice = \"kind\"", "KILN4018 at 0.01: NoWorseBy compares with the release on all the rows that both held out, not in each value of a Slice; write it as a gate of its own, without Slice")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, Slice = \"kind\", MinRows = 0", "KILN4018 at 0: a value without held-out rows has no Accuracy; set MinRows to 1 or more, or leave it out for 100")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, MinRows = 50", "KILN4018 at 50: MinRows says which values of a Slice have enough rows to be held to the bounds, and the gate has no Slice; name a column as Slice, or remove MinRows")]
    [InlineData("y", "Metric.Accuracy, Slice = \"kind\"", "KILN4003 at Gate(Metric.Accuracy, Slice = \"kind\"): a gate on Accuracy without a bound lets every model pass; set AtLeast to a number (higher is better)")]
    [InlineData("y", "Metric.AreaUnderRocCurve, AtLeast = 0.5, Slice = \"kind\"", "KILN4005 at 0.5: a model without skill reaches AreaUnderRocCurve 0.5 on this data, so AtLeast = 0.5 never fails; raise the bound to what the model must reach")]
    [InlineData("y", "Metric.Accuracy, AtLeast = 0.9, Slice = \"kind\"", null)]
    [InlineData("x", "Metric.RSquared, AtLeast = 0.1, Slice = \"y\", MinRows = 20", null)]
    [InlineData("kind", "Metric.MicroAccuracy, AtLeast = 0.1, Slice = \"kind\"", null)]
    public async Task Gates_of_slices(string label, string gate, string? finding) => Assert.Equal(finding is null ? [] : [finding], await Findings(gate, label));

    /// <summary>A label of two texts has the metrics that only true and false had.</summary>
    [Fact]
    public async Task Two_texts_have_binary_metrics_and_multiclass_ones_only_where_it_is_said()
    {
        var project = StandIn.Project.Contract("data", Columns.Number("x"), Columns.Category("kind", "spam", "nonspam"));
        Assert.Empty(await project.Source("using Kiln; [Model(\"data\", Label = \"kind\", Version = \"1.0.0\")] [Gate(Metric.AreaUnderRocCurve, AtLeast = 0.9)] partial class M;").Findings());
        var finding = Assert.Single(await project.Source("using Kiln; [Model(\"data\", Label = \"kind\", Version = \"1.0.0\")] [Gate(Metric.MicroAccuracy, AtLeast = 0.9)] partial class M;").Findings());
        Assert.Contains("; paste [Gate(Metric.Accuracy, AtLeast = 0.9)] here, or gate on another of ", finding);
        Assert.EndsWith("; or paste Task = ModelTask.MulticlassClassification into [Model], if that is what it is", finding);
    }

    [Theory]
    [InlineData("Metric.Coverage, AtLeast = 0.85")]
    [InlineData("Metric.MeanIntervalWidth, AtMost = 12, NoWorseBy = 1")]
    public async Task Leaves_a_gate_on_intervals_alone_where_there_are_some(string gate) => Assert.Empty(await StandIn.Project.Contract("data", Columns.Number("x"), Columns.Number("z"))
        .Source($"using Kiln; [Model(\"data\", Label = \"x\", Version = \"1.0.0\", Interval = 0.9)] [Gate({gate})] partial class M;").Findings());

    [Theory]
    [InlineData("", "Metric.FlaggedShare, AtMost = 0.05", null)]
    [InlineData(", Label = \"fraud\"", "Metric.DetectionRateAtFalsePositiveCount, AtLeast = 0.5", null)]
    [InlineData("", "Metric.AreaUnderRocCurve, AtLeast = 0.9", "KILN4002 at Metric.AreaUnderRocCurve: AreaUnderRocCurve compares what is flagged with anomalies that are known, and 'M' has no label that says which rows are, so it cannot be measured; name one of two values as Label, which only measures, or gate on FlaggedShare")]
    [InlineData("", "Metric.RSquared, AtLeast = 0.9", "KILN4002 at Metric.RSquared: RSquared is not a metric of AnomalyDetection, which 'M' is because of its Task, so it cannot be measured; paste [Gate(Metric.FlaggedShare, AtMost = …)] here, or gate on another of FlaggedShare")]
    [InlineData(", Label = \"fraud\"", "Metric.AreaUnderRocCurve, AtLeast = 0.5", "KILN4005 at 0.5: a model without skill reaches AreaUnderRocCurve 0.5 on this data, so AtLeast = 0.5 never fails; raise the bound to what the model must reach")]
    public async Task Gates_of_anomalies_need_a_label_only_where_anomalies_have_to_be_known(string label, string gate, string? finding) => Assert.Equal(
        finding is null ? [] : [finding],
        await StandIn.Project.Contract("data", Columns.Number("x"), Columns.Boolean("fraud"))
            .Source($"using Kiln; [Model(\"data\", Task = ModelTask.AnomalyDetection{label}, Version = \"1.0.0\")] [Gate({gate})] partial class M;").Findings());

    [Theory]
    [InlineData("", "Metric.DaviesBouldinIndex, AtMost = 1.5", null)]
    [InlineData(", Label = \"kind\"", "Metric.NormalizedMutualInformation, AtLeast = 0.5", null)]
    [InlineData("", "Metric.NormalizedMutualInformation, AtLeast = 0.5", "KILN4002 at Metric.NormalizedMutualInformation: NormalizedMutualInformation compares clusters with classes that are known, and 'M' has no label that says which class a row is of, so it cannot be measured; name a column of classes as Label, which only measures, or gate on DaviesBouldinIndex")]
    [InlineData("", "Metric.RSquared, AtLeast = 0.9", "KILN4002 at Metric.RSquared: RSquared is not a metric of Clustering, which 'M' is because of its Task, so it cannot be measured; paste [Gate(Metric.AverageDistance, AtMost = …)] here, or gate on another of AverageDistance, DaviesBouldinIndex")]
    [InlineData(", Label = \"kind\"", "Metric.NormalizedMutualInformation, AtLeast = 0", "KILN4005 at 0: a model without skill reaches NormalizedMutualInformation 0 on this data, so AtLeast = 0 never fails; raise the bound to what the model must reach")]
    public async Task Gates_of_clusters_need_a_label_only_where_classes_have_to_be_known(string label, string gate, string? finding) => Assert.Equal(
        finding is null ? [] : [finding],
        await StandIn.Project.Contract("data", Columns.Number("x"), Columns.Category("kind", "a", "b", "c"))
            .Source($"using Kiln; [Model(\"data\", Task = ModelTask.Clustering{label}, Version = \"1.0.0\")] [Gate({gate})] partial class M;").Findings());

    [Fact]
    public async Task Says_nothing_of_metrics_while_the_task_is_unknown() =>
        Assert.All(await Findings("Metric.RSquared, AtLeast = 0", "nonsense"), finding => Assert.StartsWith("KILN1011", finding));
}
