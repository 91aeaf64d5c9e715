using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Tests;

/// <summary>One of each, with everything in it that can be.</summary>
static class Samples
{
    public static readonly DataContract Contract = new()
    {
        Schema = "../obj/kiln/contract.schema.json",
        Dataset = "telco \"churn\"",
        Dialect = new() { Delimiter = "\t", Quote = "'", Escape = "\\", Decimal = ",", Missing = ["NA", "?"], DateFormat = "%d.%m.%Y" },
        Columns =
        [
            new() { Name = "id", Property = "Id", Type = ColumnType.Integer, Nullable = false, Role = ColumnRole.Id, Unique = true },
            new() { Name = "monthly charges ($)", Property = "MonthlyCharges", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature, Unit = "USD", Description = "Billed\nper month", Min = -0.5, Max = 1e6, Missing = ["n.a.", "-"], Decimal = ",", Thousands = ".", Symbols = ["$", " USD"], MaxMissing = 0.1, Tolerance = 0.01, Severity = Severity.Warning },
            new() { Name = "größe", Property = "Größe", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["", "S", "M", "日本"], Open = true },
            new() { Name = "note", Property = "Note", Type = ColumnType.Text, Nullable = false, Role = ColumnRole.Feature, Trim = false, Pattern = "[A-Z]+\\d*", MinLength = 1, MaxLength = 80, Classification = Classification.Personal },
            new() { Name = "signed", Property = "Signed", Type = ColumnType.DateTime, Nullable = false, Role = ColumnRole.Time, DateFormat = "%Y%m%d", Earliest = new(2020, 1, 1), Latest = new(2030, 12, 31, 23, 59, 59) },
            Column("house", ColumnType.Integer, ColumnRole.Group),
            new() { Name = "spare", Property = "Spare", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Ignore, Classes = ["-1", "0.5"] },
            new() { Name = "Churned", Property = "Churned", Type = ColumnType.Boolean, Nullable = false, Role = ColumnRole.Label, TrueText = "Yes", FalseText = "No", Positive = "No", OnlyInTraining = true },
        ],
        Key = ["id", "house"],
        Limits = new() { Min = 100, MinPerFile = 10, MaxPerFile = 10_000, Duplicates = 0.01, Latest = "P31D", Severity = Severity.Warning },
        Rules =
        [
            new() { Name = "signed in a house", Sql = "signed >= DATE '2020-01-01' AND house > 0", Description = "since there are any", Tolerance = 0.05, Severity = Severity.Warning },
            new() { Name = "plain", Sql = "id > 0" },
        ],
        Rows = 7043,
        Profile = new Dictionary<string, ColumnProfile>
        {
            ["monthly charges ($)"] = new()
            {
                Missing = 0.0021, Distinct = 1585, Min = "18.25", Max = "118.75", Mean = 64.761692460598, Quantiles = [19.65, 35.5, 70.35, 89.85, 107.4], Histogram = [1500, 0, 3],
            },
            ["größe"] = new() { Missing = 0, Distinct = 4, Top = [new("S", 5000), new("", 3)] },
            ["signed"] = new() { Missing = 0, Distinct = 3, Min = "2020-01-01", Max = "2024-12-31" },
        },
    };

    public static readonly ModelDefinition Model = new()
    {
        Name = "ChurnModel", Type = "App.Outer+ChurnModel", Dataset = "telco \"churn\"", Label = "Churned", Version = "1.2.0-rc.1", VersionLiteral = new("Models/ChurnModel.cs", 3, 40), Task = TaskKind.BinaryClassification, Positive = "Yes",
        Threshold = 0.3, ThresholdFor = "F1Score", FalseNegativeCost = 5.5, Interval = 0.9,
        Features = ["größe", "monthly charges ($)"], Ignore = ["note"], Split = SplitKind.Group, Group = "house", Time = "signed", Trainer = "Linear", Seed = -3, Tune = "5m",
        Gates =
        [
            new(new("AreaUnderRocCurve", 0.83, Because: "agreed \"then\""), new("Models/ChurnModel.cs", 4, 2)),
            new(new("LogLoss", AtMost: 1e-3, NoWorseBy: 0.05), new("Models/ChurnModel.cs", 5, 2)),
            new(new("Accuracy", 0.7, Slice: "größe", MinRows: 50), new("Models/ChurnModel.cs", 6, 2)),
        ],
        Expectations =
        [
            new(new("monthly charges ($)", Direction.Increasing, MinShare: 0.9, Because: "agreed \"then\""), new("Models/ChurnModel.cs", 7, 2)),
            new(new("größe", Invariant: true, Class: "日本", Within: 0.05), new("Models/ChurnModel.cs", 8, 2)),
        ],
        Pipeline = new("f0", ["Shared|M:Shared.Features.Scale(System.Single)"], new("Models/ChurnModel.Pipeline.cs", 12, 44)),
        Location = new("Models/ChurnModel.cs", 3, 2),
    };

    public static readonly Release Release = new()
    {
        Version = "1.1.0",
        Content = new()
        {
            Definition = "d1", Contract = "c1", Data = "h1", Artifact = "a1", Task = TaskKind.MulticlassClassification, Label = "plan", Classes = ["S", "M"],
            Inputs = [new("größe", "Größe", "string", true), new("monthly charges ($)", "MonthlyCharges", "float", false)],
            Outputs = [new("PredictedLabel", "Plan"), new("Probability", "float")],
        },
        Metrics = [new("MicroAccuracy", new(0.8, 0.75, 0.85))],
        Gates = [new("MicroAccuracy", 0.7, Because: "agreed \"then\""), new("LogLoss", AtMost: 1e-3)],
        Predictions = [new([new("größe", "S"), new("monthly charges ($)", 46.1)], [0.25, 0.75]), new([new("größe", null), new("monthly charges ($)", null)], [1e-4, double.NaN])],
    };

    /// <summary>Recorded with what later models are compared with.</summary>
    public static readonly Release Baselined = new()
    {
        Version = "1.1.1",
        Content = Release.Content,
        Metrics = Release.Metrics,
        Gates = [new("MicroAccuracy", NoWorseBy: 0.01)],
        Predictions = [],
        Baseline = new()
        {
            Rows = 3, Sketch = [1, 2, 3], HeldOut = [0xff, 0xfe], Importance = [new("größe", 0.25), new("monthly charges ($)", double.NaN)],
            Columns =
            [
                new("größe", "category", 0.5, Distinct: 2, Top: 0.25), new("monthly charges ($)", "number", 0, 64.5, 30.25), new("note", "text"),
            ],
        },
    };

    /// <summary>Recorded by this Kiln, as the last one.</summary>
    public static readonly Release Followed = new()
    {
        Version = "1.1.2",
        Provenance = new("2026-11-30", "0123abcd", "Ann", "Kiln 0.1.0", [new("data/ü.csv", 2043)], 1634, 409),
        Content = Release.Content,
        Metrics = Release.Metrics,
        Gates = [],
        Expectations = [new("größe", Invariant: true, Class: "日本", Within: 0.05), new("monthly charges ($)", Direction.Decreasing, MinShare: 0.9, Because: "agreed")],
        Predictions = Release.Predictions,
        Baseline = Baselined.Baseline,
    };

    public static readonly ModelLock Lock = new()
    {
        Schema = "../obj/kiln/lock.schema.json",
        Model = "ChurnModel", Version = "1.2.0", Definition = "d0", Contract = "c0", Tool = "Kiln 0.1.0", Dataset = "churn", DataHash = "dd",
        Partitions = [new("data/a b.csv", "00000000000000aa", 5000), new("data/ü.csv", "00000000000000bb", 2043, "2024-01-01", "2024-01-31")], TrainingRows = 5634, HeldOutRows = 1409,
        Split = new(["größe", "id"], ["00000000000000ff"]),
        Boosting = new(120, 15, 0.05),
        Threshold = 0.275,
        Metrics = [new("AreaUnderRocCurve", new(0.8412, 0.82, 0.86)), new("F1Score", new(double.NaN, double.NaN, double.NaN))],
        Expectations = [new(new("monthly charges ($)", Direction.Increasing), 81, 3, 0.25), new(new("größe", Invariant: true, Class: "日本", Within: 0.05), 81, 0, double.NaN)],
        Slices = [new("AreaUnderRocCurve", "größe", 50, [new("S", 120, new(0.8, 0.7, 0.9)), new("(missing)", 60, new(double.NaN, double.NaN, double.NaN))], 2)],
        Artifact = "ee",
        SinceRelease = new()
        {
            Version = "1.1.1", NotCompared = "why", HeldOutRows = 67, Flipped = 2,
            Metrics = [new("LogLoss", new(new(0.5, 0.25, 0.75), new(0.25, 0, 0.5), new(-0.25, double.NaN, double.NaN)))],
            Importance = [new("größe", new(2, 1)), new("note", new(null, 2)), new("house", new(1, null))],
            Rows = new(3, 2, 1, true),
            Columns = [new("note", "added")],
        },
        Released = [Release, Baselined, Followed],
    };

    public static Column Column(string name, ColumnType type, ColumnRole role = ColumnRole.Feature, bool nullable = false) =>
        new() { Name = name, Property = Identifier.FromHeader(name), Type = type, Nullable = nullable, Role = role };
}
