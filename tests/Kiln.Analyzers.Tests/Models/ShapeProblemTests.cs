using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class ShapeProblemTests
{
    const string Spelled = "; column names must match the file's header exactly";

    static Task<string[]> Findings(string arguments, params Column[] columns) => StandIn.Project
        .Contract("data", columns.Length > 0 ? columns : [Columns.Number("x"), Columns.Number("Monthly Charges"), Columns.Boolean("Churned"), Columns.Date("when"), Columns.Text("note")])
        .Source($"using Kiln; [Model(\"data\", Version = \"1.0.0\"{arguments})] partial class M;")
        .Findings();

    [Theory]
    [InlineData(", Label = \"churned\"", "KILN1011 at \"churned\": 'churned' is not a column of 'data' (did you mean 'Churned'?)" + Spelled)]
    [InlineData(", Label = \"y\"", "KILN1011 at \"y\": 'y' is not a column of 'data' (did you mean 'x'?)" + Spelled)]
    [InlineData("", "KILN1011 at Model(\"data\", Version = \"1.0.0\"): 'M' has no label: the contract of 'data' has no column with role \"label\"; set Label = \"…\" to the column to predict")]
    [InlineData(", Label = \"Churned\", Ignore = [\"x\", \"monthly_charges\"]", "KILN1014 at \"monthly_charges\": 'monthly_charges' is not a column of 'data' (did you mean 'Monthly Charges'?)" + Spelled)]
    [InlineData(", Label = \"Churned\", Features = new[] { \"nonsense\" }", "KILN1014 at \"nonsense\": 'nonsense' is not a column of 'data'" + Spelled)]
    [InlineData(", Label = \"Churned\", Group = \"nonsense\"", "KILN1014 at \"nonsense\": 'nonsense' is not a column of 'data'" + Spelled)]
    [InlineData(", Label = \"Churned\", Split = Split.Group", "KILN1014 at Split.Group: Split.Group needs a column: set Group = \"…\", or give a column role \"group\" in the contract")]
    [InlineData(", Label = \"Churned\", Task = ModelTask.Regression", "KILN1013 at ModelTask.Regression: Regression does not fit label 'Churned', a boolean column ('no', 'yes'), which means BinaryClassification by default; leave out Task, or name a column of numbers as Label, or, if its values are numbers, set \"type\": \"number\" for it in data.schema.json, line 8")]
    [InlineData(", Label = \"note\"", "KILN1013 at \"note\": a text column such as 'note' cannot be predicted; name another column as Label, or write \"type\": \"category\" with its \"values\", as in \"values\": [\"no\", \"yes\"], for it in data.schema.json, line 10")]
    [InlineData(", Label = \"Churned\", Positive = \"Yes\"", "KILN1030 at \"Yes\": 'Yes' is not a value of label 'Churned' (did you mean 'yes'?); paste Positive = \"no\" or Positive = \"yes\"")]
    [InlineData(", Label = \"Churned\", Threshold = 30", "KILN1024 at 30: Threshold is 30, so that every row, or none, would be predicted positive; write a probability between 0 and 1, as in Threshold = 0.3")]
    [InlineData(", Label = \"Churned\", Threshold = -1 / 0.0", "KILN1024 at -1 / 0.0: Threshold is -1.7976931348623157E+308, so that every row, or none, would be predicted positive; write a probability between 0 and 1, as in Threshold = 0.3")]
    [InlineData(", Label = \"Churned\", Threshold = double.NaN", "KILN1024 at double.NaN: Threshold is NaN, so that every row, or none, would be predicted positive; write a probability between 0 and 1, as in Threshold = 0.3")]
    [InlineData(", Label = \"Churned\", FalseNegativeCost = 0 / 0.0", "KILN1024 at 0 / 0.0: FalseNegativeCost is NaN, so that every row, or none, would be predicted positive; write how many false positives cost as much as one false negative, as in FalseNegativeCost = 5")]
    [InlineData(", Label = \"Churned\", FalseNegativeCost = 0", "KILN1024 at 0: FalseNegativeCost is 0, so that every row, or none, would be predicted positive; write how many false positives cost as much as one false negative, as in FalseNegativeCost = 5")]
    [InlineData(", Label = \"Churned\", Threshold = 0.3, ThresholdFor = Metric.F1Score", "KILN1024 at Metric.F1Score: Threshold and ThresholdFor each say from which probability on the positive class is predicted; leave one of them")]
    [InlineData(", Label = \"Churned\", ThresholdFor = Metric.AreaUnderRocCurve", "KILN1024 at Metric.AreaUnderRocCurve: no threshold can be chosen for AreaUnderRocCurve, because it is the same whatever the threshold; paste ThresholdFor = Metric.F1Score or ThresholdFor = Metric.Accuracy")]
    [InlineData(", Label = \"x\", Threshold = 0.3", "KILN1024 at 0.3: Threshold decides between two classes, but 'M' is Regression on 'x', a number column; leave out Threshold")]
    [InlineData(", Label = \"x\", Interval = 90", "KILN1055 at 90: Interval is 90, and no interval holds such a share of the values; write a share between 0 and 1, as in Interval = 0.9 for 90 % of them")]
    [InlineData(", Label = \"x\", Interval = 1 / 0.0", "KILN1055 at 1 / 0.0: Interval is 1.7976931348623157E+308, and no interval holds such a share of the values; write a share between 0 and 1, as in Interval = 0.9 for 90 % of them")]
    [InlineData(", Label = \"Churned\", Interval = 0.9", "KILN1055 at 0.9: Interval surrounds a predicted number, but 'M' is BinaryClassification on 'Churned', a boolean column ('no', 'yes'); leave out Interval")]
    [InlineData(", Label = \"x\", Weight = \"note\"", "KILN1056 at \"note\": 'note' is a text, which does not say how much a row counts; name another column as Weight, or give it \"type\": \"number\"")]
    [InlineData(", Label = \"x\", Task = ModelTask.Ranking", "KILN1057 at ModelTask.Ranking: 'M' ranks the rows of a query, and nothing says which rows are of one query; set Group = \"…\" to the column that is equal in them, or give it role \"group\" in the contract")]
    [InlineData(", Label = \"x\", Task = ModelTask.Ranking, Group = \"note\", Time = \"when\"", "KILN1057 at \"when\": Time holds out the latest rows, and 'M' holds out whole queries; leave out Time")]
    [InlineData(", Label = \"x\", Time = \"note\"", "KILN1018 at \"note\": 'note' is a text column, whose values have no order in time, so there are no latest rows; name a date-time or number column as Time, or change its type in the contract")]
    [InlineData(", Label = \"x\", Group = \"x\"", "KILN1018 at \"x\": the rows would be held out by the label 'x' itself, so the model would be measured on values it never saw; name another column as Group")]
    [InlineData(", Label = \"x\", Tune = \"00:05:00\"", "KILN0030 at \"00:05:00\": '00:05:00' is no time and no number of trials that a search may take; write a time of at most a day, as in Tune = \"5m\", \"90s\" or \"1h\", or a number of trials, as in Tune = \"50\"")]
    [InlineData(", Label = \"x\", Trainer = Trainer.Linear, Tune = \"5m\"", "KILN0030 at \"5m\": Trainer.Linear has no settings to search; leave out Tune, or Trainer")]
    [InlineData(", Task = ModelTask.AnomalyDetection, AnomalyShare = 0", "KILN1058 at 0: AnomalyShare is 0, and no such share of the rows can be flagged as unusual; write a share above 0 and up to 0.5, as in AnomalyShare = 0.02 for 2 % of them")]
    [InlineData(", Task = ModelTask.AnomalyDetection, AnomalyShare = 1", "KILN1058 at 1: AnomalyShare is 1, and no such share of the rows can be flagged as unusual; write a share above 0 and up to 0.5, as in AnomalyShare = 0.02 for 2 % of them")]
    [InlineData(", Task = ModelTask.AnomalyDetection, AnomalyShare = double.NaN", "KILN1058 at double.NaN: AnomalyShare is NaN, and no such share of the rows can be flagged as unusual; write a share above 0 and up to 0.5, as in AnomalyShare = 0.02 for 2 % of them")]
    [InlineData(", Label = \"x\", AnomalyShare = 0.1", "KILN1058 at 0.1: AnomalyShare says how many rows are flagged as anomalies, and 'M' is Regression; leave out AnomalyShare, or paste Task = ModelTask.AnomalyDetection")]
    [InlineData(", Task = ModelTask.AnomalyDetection, Trainer = Trainer.Linear", "KILN1058 at Trainer.Linear: Trainer.Linear learns from a label, and anomalies are found without, by an isolation forest; leave out Trainer")]
    [InlineData(", Task = ModelTask.AnomalyDetection, Label = \"x\"", "KILN1013 at \"x\": the label of anomalies says which rows are known to be some, with one of two values, and 'x' is a number column; leave out Label: none is needed, or name a column of two values")]
    [InlineData(", Task = ModelTask.AnomalyDetection, Positive = \"yes\"", "KILN1030 at \"yes\": Positive says which of a label's two values is the anomaly, and 'M' has no label; leave it out, or name a Label")]
    [InlineData(", Task = ModelTask.AnomalyDetection, Threshold = 0.3", "KILN1024 at 0.3: Threshold decides between two classes, and 'M' flags the most unusual rows; leave out Threshold, and say how many rows are to be flagged, as in AnomalyShare = 0.02 for 2 % of them")]
    [InlineData(", Task = ModelTask.AnomalyDetection, Weight = \"x\"", "KILN1056 at \"x\": 'x' says how much each row counts, and an isolation forest draws its rows alike; leave out Weight")]
    [InlineData(", Task = ModelTask.AnomalyDetection, Tune = \"5m\"", "KILN0030 at \"5m\": 'M' finds anomalies without a label, so nothing tells better settings from worse; leave out Tune")]
    [InlineData(", Task = ModelTask.Clustering, Clusters = 0", "KILN1059 at 0: Clusters is 0, and no row is in none; write a number from 2 to 1000, as in Clusters = 5")]
    [InlineData(", Task = ModelTask.Clustering, Clusters = 1", "KILN1059 at 1: Clusters is 1, and one cluster tells no rows apart; write a number from 2 to 1000, as in Clusters = 5")]
    [InlineData(", Task = ModelTask.Clustering, Clusters = -3", "KILN1059 at -3: Clusters is -3, and no row is in none; write a number from 2 to 1000, as in Clusters = 5")]
    [InlineData(", Task = ModelTask.Clustering, Clusters = 10000", "KILN1059 at 10000: Clusters is 10000, and so many are no summary of the rows; write a number from 2 to 1000, as in Clusters = 5")]
    [InlineData(", Label = \"x\", Clusters = 3", "KILN1059 at 3: Clusters says how many groups of rows to find, and 'M' is Regression; leave out Clusters, or paste Task = ModelTask.Clustering")]
    [InlineData(", Task = ModelTask.Clustering, AnomalyShare = 0.1", "KILN1058 at 0.1: AnomalyShare says how many rows are flagged as anomalies, and 'M' is Clustering; leave out AnomalyShare, or paste Task = ModelTask.AnomalyDetection")]
    [InlineData(", Task = ModelTask.Clustering, Trainer = Trainer.Linear", "KILN1059 at Trainer.Linear: Trainer.Linear learns from a label, and clusters are found without, by k-means; leave out Trainer")]
    [InlineData(", Task = ModelTask.Clustering, Label = \"x\"", "KILN1013 at \"x\": the label of clusters says which class a row is of, and 'x' is a number column; leave out Label: none is needed, or name a column of several classes")]
    [InlineData(", Task = ModelTask.Clustering, Positive = \"yes\"", "KILN1030 at \"yes\": Positive selects one of a label's two values, and 'M' learns from no label; leave out Positive")]
    [InlineData(", Task = ModelTask.Clustering, Threshold = 0.3", "KILN1024 at 0.3: Threshold decides between two classes, and 'M' puts each row into the nearest cluster; leave out Threshold")]
    [InlineData(", Task = ModelTask.Clustering, Interval = 0.9", "KILN1055 at 0.9: Interval surrounds a predicted number, and 'M' is Clustering, which predicts none; leave out Interval")]
    [InlineData(", Task = ModelTask.Clustering, Weight = \"x\"", "KILN1056 at \"x\": 'x' says how much each row counts, and k-means counts its rows alike; leave out Weight")]
    [InlineData(", Task = ModelTask.Clustering, Tune = \"5m\"", "KILN0030 at \"5m\": 'M' finds clusters without a label, so nothing tells better settings from worse; leave out Tune")]
    public async Task Flags_the_argument(string arguments, string finding) => Assert.Equal([finding], await Findings(arguments));

    [Fact]
    public async Task Flags_a_feature_that_is_known_in_training_only() => Assert.Equal(
        ["KILN1041 at \"paid\": 'paid' is known in training only (\"availability\" in data.schema.json, line 7), so callers of Predict cannot have it; remove it from Features, or correct the contract"],
        await Findings(", Label = \"Churned\", Features = [\"x\", \"paid\"]", Columns.Number("x"),
            new() { Name = "paid", Property = "Paid", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature, OnlyInTraining = true }, Columns.Boolean("Churned")));

    [Fact]
    public async Task Takes_what_is_known_in_training_only_as_a_label_and_as_no_feature() => Assert.Equal(
        ["KILN1016 at Model(\"data\", Version = \"1.0.0\", Label = \"paid\"): 'M' has no features: no usable column of 'data' has role \"feature\"; give one that role in the contract, or name it in Features"],
        await Findings(", Label = \"paid\"",
            new Column { Name = "paid", Property = "Paid", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature, OnlyInTraining = true },
            new Column { Name = "closed", Property = "Closed", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature, OnlyInTraining = true }));

    /// <summary>The contract is not to blame.</summary>
    [Theory]
    [InlineData(", Features = [\"x\", \"Churned\"], Ignore = [\"x\"]", "KILN1016 at [\"x\", \"Churned\"]: 'M' has no features: of the columns in Features "
        + "'x' is in Ignore too, 'Churned' is the label; remove one from Ignore, or name other columns in Features")]
    [InlineData(", Features = [\"Monthly Charges\"], Group = \"Monthly Charges\"", "KILN1016 at [\"Monthly Charges\"]: 'M' has no features: of the columns in Features "
        + "'Monthly Charges' keeps rows on one side (Group); name other columns in Features")]
    [InlineData(", Features = new string[0]", "KILN1016 at new string[0]: 'M' has no features: Features is empty; name the columns to predict from in it, or leave it out")]
    [InlineData(", Ignore = [\"x\", \"note\", \"Monthly Charges\", \"when\"]", "KILN1016 at [\"x\", \"note\", \"Monthly Charges\", \"when\"]: 'M' has no features: Ignore names all that 'data' "
        + "has to predict from ('x', 'Monthly Charges', 'when', 'note'); remove one from it, or give another column role \"feature\" in the contract")]
    public async Task Says_what_leaves_no_feature(string arguments, string finding) => Assert.Equal([finding], await Findings(", Label = \"Churned\"" + arguments));

    [Fact]
    public async Task Flags_a_label_whose_values_are_open() => Assert.Equal(
        ["KILN1013 at \"y\": the values of 'y' are open, and a model predicts classes that are known; remove \"open\" in data.schema.json, line 7, or name another column as Label"],
        await Findings(", Label = \"y\"", Columns.Number("x"),
            new Column { Name = "y", Property = "Y", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["a", "b"], Open = true }));

    [Fact]
    public async Task Flags_every_unknown_column() => Assert.Equal(2, (await Findings(", Label = \"Churned\", Ignore = [\"a\", \"b\"]")).Length);

    [Fact]
    public async Task Flags_a_label_with_one_class() => Assert.Equal(
        ["KILN1012 at \"y\": label 'y' has one class ('only') in the contract: there is nothing to tell apart; choose another label, or add data and the other classes to its \"values\" in data.schema.json, line 7"],
        await Findings(", Label = \"y\"", Columns.Number("x"), Columns.Category("y", "only")));

    [Theory]
    [InlineData(", Label = \"Churned\"")]
    [InlineData(", Label = \"Churned\", Threshold = 0.3")]
    [InlineData(", Label = \"Churned\", FalseNegativeCost = 5")]
    [InlineData(", Label = \"x\", Interval = 0.9")]
    [InlineData(", Label = \"Churned\", ThresholdFor = Metric.Accuracy")]
    [InlineData(", Label = \"x\", Features = [\"when\"], Task = ModelTask.Regression")]
    [InlineData(", Label = \"Churned\", Time = \"when\", Split = Split.Time, Ignore = [\"note\"]")]
    [InlineData(", Label = \"Churned\", Group = \"x\"")]
    public async Task Leaves_a_model_that_fits_alone(string arguments) => Assert.Empty(await Findings(arguments));
}
