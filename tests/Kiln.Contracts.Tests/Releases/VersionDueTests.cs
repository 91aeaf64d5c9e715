using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Tests.Releases;

/// <summary>What a change of definition, contract or data makes due, from the contract and the definition as people write them.</summary>
public sealed class VersionDueTests
{
    static readonly Column[] Start =
    [
        new() { Name = "tenure", Property = "Tenure", Type = ColumnType.Integer, Nullable = false, Role = ColumnRole.Feature, Min = 0 },
        new() { Name = "charges", Property = "Charges", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature, Unit = "USD" },
        new() { Name = "contract", Property = "Contract", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["Monthly", "Yearly"] },
        new() { Name = "senior", Property = "Senior", Type = ColumnType.Boolean, Nullable = false, Role = ColumnRole.Feature, TrueText = "yes", FalseText = "no" },
        new() { Name = "age", Property = "Age", Type = ColumnType.Integer, Nullable = true, Role = ColumnRole.Ignore },
        new() { Name = "region", Property = "Region", Type = ColumnType.Integer, Nullable = false, Role = ColumnRole.Ignore },
        new() { Name = "plan", Property = "Plan", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Label, Values = ["Basic", "Plus", "Pro", "Team"] },
        new() { Name = "churned", Property = "Churned", Type = ColumnType.Boolean, Nullable = false, Role = ColumnRole.Ignore, TrueText = "yes", FalseText = "no" },
    ];

    static readonly ReleaseContent Released = new State().Content;

    public static TheoryData<string, string, string> Pairs => new()
    {
        { "nothing", "None", "" },
        { "comment in the contract: unit", "None", "" },
        { "comment in the contract: description", "None", "" },
        { "gate", "None", "" },
        { "version", "None", "" },
        { "namespace", "None", "" },
        { "order of Ignore", "None", "" },
        { "data", "Patch", "the data changed" },
        { "artifact", "Patch", "the trained model changed" },
        { "data and artifact", "Patch", "the data changed" },
        { "seed", "Minor", "the definition changed" },
        { "trainer", "Minor", "the definition changed" },
        { "split", "Minor", "the definition changed" },
        { "seed and data", "Minor", "the definition changed" },
        { "min", "None", "" },
        { "max", "None", "" },
        { "value of a category", "Minor", "the contract changed" },
        { "spelling of a boolean", "Minor", "the contract changed" },
        { "dialect", "Minor", "the contract changed" },
        { "ignore what was ignored", "Minor", "the definition changed" },
        { "optional input", "Minor", "optional input 'age' was added; the definition changed; the contract changed" },
        { "optional input by Features", "Minor", "optional input 'age' was added; the definition changed" },
        { "input optional", "Minor", "input 'tenure' is optional now; the contract changed" },
        { "required input", "Major", "input 'region' was added and is required" },
        { "both inputs", "Major", "input 'region' was added and is required" },
        { "input required", "Major", "input 'charges' is required now" },
        { "ignored input", "Major", "input 'tenure' was removed" },
        { "input gone by role", "Major", "input 'senior' was removed" },
        { "column gone", "Major", "input 'charges' was removed" },
        { "two inputs gone", "Major", "input 'tenure' was removed; input 'charges' was removed" },
        { "column renamed", "Major", "input 'charges' was renamed to 'monthly charges'" },
        { "column and property renamed", "Major", "input 'charges' was renamed to 'fee'" },
        { "property renamed", "Major", "input 'charges' was renamed from Charges to MonthlyCharges in C#" },
        { "retyped to integer", "Major", "input 'charges' changed from float to long" },
        { "retyped to category", "Major", "input 'tenure' changed from long to string" },
        { "renamed and retyped", "Major", "input 'charges' was renamed to 'cents'; input 'cents' changed from float to long" },
        { "class added", "Major", "class 'Max' of 'plan' was added" },
        { "class removed", "Major", "class 'Pro' of 'plan' was removed" },
        { "class renamed", "Major", "class 'Plus' of 'plan' was removed; class 'Standard' of 'plan' was added" },
        { "two classes left", "Major", "the task changed from MulticlassClassification to BinaryClassification" },
        { "order of classes", "Major", "the classes of 'plan' are in another order" },
        { "label renamed in C#", "Major", "output 'PredictedLabel' changed from Plan to Tariff" },
        { "other label", "Major", "the task changed from MulticlassClassification to BinaryClassification; the label changed from 'plan' to 'churned'" },
        { "other label, seed and data", "Major", "the task changed from MulticlassClassification to BinaryClassification; the label changed from 'plan' to 'churned'" },
    };

    [Theory]
    [InlineData(null, "r1", "None")]
    [InlineData("r1", "r1", "None")]
    [InlineData("r1", "r2", "Minor")]
    public void What_a_pipeline_uses_of_other_projects_is_compared_where_both_know_it(string? released, string? now, string part) =>
        Assert.Equal(part, VersionDue.Between(With(released), With(now)).Part.ToString());

    static ReleaseContent With(string? references) => new()
    {
        Definition = "d", Contract = "c", References = references, Task = TaskKind.Regression, Label = "y", Classes = [], Inputs = [], Outputs = [],
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_change_makes_a_part_due(string change, string part, string reasons)
    {
        var due = VersionDue.Between(Released, Changed(change));
        Assert.Equal((part, reasons), (due.Part.ToString(), string.Join("; ", due.Reasons)));
    }

    static ReleaseContent Changed(string change)
    {
        var state = new State();
        return (change switch
        {
            "nothing" => state,
            "comment in the contract: unit" => state.Edit("charges", c => With(c, unit: "EUR")),
            "comment in the contract: description" => state.Edit("charges", c => With(c, description: "per month")),
            "gate" => state with { Gates = [new(new("MicroAccuracy", 0.5), new("M.cs", 2, 2))] },
            "version" => state with { Version = "3.0.0" },
            "namespace" => state with { Type = "Other.ChurnModel" },
            "order of Ignore" => state with { Ignore = ["churned", "region"] },
            "data" => state with { Data = "h2" },
            "artifact" => state with { Artifact = "a2" },
            "data and artifact" => state with { Data = "h2", Artifact = "a2" },
            "seed" => state with { Seed = 2 },
            "trainer" => state with { Trainer = "Linear" },
            "split" => state with { Split = SplitKind.Hash },
            "seed and data" => state with { Seed = 2, Data = "h2" },
            "min" => state.Edit("tenure", c => With(c, min: 1)),
            "max" => state.Edit("charges", c => With(c, max: 1000)),
            "value of a category" => state.Edit("contract", c => With(c, values: ["Monthly", "Yearly", "Weekly"])),
            "spelling of a boolean" => state.Edit("senior", c => With(c, trueText: "ja")),
            "dialect" => state with { Delimiter = ";" },
            "ignore what was ignored" => state with { Ignore = ["region", "churned", "age"] },
            "optional input" => state.Edit("age", c => With(c, role: ColumnRole.Feature)) with { Seed = 2 },
            "optional input by Features" => state with { Features = ["tenure", "charges", "contract", "senior", "age"], Ignore = [] },
            "input optional" => state.Edit("tenure", c => With(c, nullable: true)),
            "required input" => state with { Features = ["tenure", "charges", "contract", "senior", "region"], Ignore = [] },
            "both inputs" => state with { Features = ["tenure", "charges", "contract", "senior", "region", "age"], Ignore = [] },
            "input required" => state.Edit("charges", c => With(c, nullable: false)),
            "ignored input" => state with { Ignore = ["region", "churned", "tenure"] },
            "input gone by role" => state.Edit("senior", c => With(c, role: ColumnRole.Ignore)),
            "column gone" => state with { Columns = [.. state.Columns.Where(c => c.Name != "charges")] },
            "two inputs gone" => state with { Ignore = ["region", "churned", "tenure", "charges"] },
            "column renamed" => state.Edit("charges", c => With(c, name: "monthly charges")),
            "column and property renamed" => state.Edit("charges", c => With(c, name: "fee", property: "Fee")),
            "property renamed" => state.Edit("charges", c => With(c, property: "MonthlyCharges")),
            "retyped to integer" => state.Edit("charges", c => With(c, type: ColumnType.Integer)),
            "retyped to category" => state.Edit("tenure", c => With(c, type: ColumnType.Category, values: ["1", "2"])),
            "renamed and retyped" => state.Edit("charges", c => With(c, name: "cents", type: ColumnType.Integer)),
            "class added" => state.Edit("plan", c => With(c, values: ["Basic", "Plus", "Pro", "Team", "Max"])),
            "class removed" => state.Edit("plan", c => With(c, values: ["Basic", "Plus", "Team"])),
            "two classes left" => state.Edit("plan", c => With(c, values: ["Basic", "Plus"])),
            "class renamed" => state.Edit("plan", c => With(c, values: ["Basic", "Standard", "Pro", "Team"])),
            "order of classes" => state.Edit("plan", c => With(c, values: ["Team", "Pro", "Plus", "Basic"])),
            "label renamed in C#" => state.Edit("plan", c => With(c, property: "Tariff")),
            "other label" => state with { Label = "churned" },
            "other label, seed and data" => state with { Label = "churned", Seed = 2, Data = "h2" },
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
        }).Content;
    }

    static Column With(
        Column c, string? name = null, string? property = null, ColumnType? type = null, bool? nullable = null, ColumnRole? role = null, string? unit = null,
        string? description = null, double? min = null, double? max = null, string[]? values = null, string? trueText = null) => new()
    {
        Name = name ?? c.Name, Property = property ?? c.Property, Type = type ?? c.Type, Nullable = nullable ?? c.Nullable, Role = role ?? c.Role, Unit = unit ?? c.Unit,
        Description = description ?? c.Description, Min = min ?? c.Min, Max = max ?? c.Max, Values = values ?? c.Values, TrueText = trueText ?? c.TrueText, FalseText = c.FalseText,
    };

    /// <summary>A project's model with everything that may change.</summary>
    sealed record State
    {
        public IReadOnlyList<Column> Columns { get; init; } = Start;

        public string Delimiter { get; init; } = ",";

        public string Label { get; init; } = "plan";

        public string Version { get; init; } = "1.0.0";

        public string Type { get; init; } = "App.ChurnModel";

        public string Trainer { get; init; } = "LightGbm";

        public int Seed { get; init; } = 1;

        public SplitKind? Split { get; init; }

        public IReadOnlyList<string>? Features { get; init; }

        public IReadOnlyList<string> Ignore { get; init; } = ["region", "churned"];

        public IReadOnlyList<ModelGate> Gates { get; init; } = [];

        public string Data { get; init; } = "h1";

        public string Artifact { get; init; } = "a1";

        public ReleaseContent Content
        {
            get
            {
                var contract = new DataContract { Dataset = "churn", Columns = Columns, Dialect = new() { Delimiter = Delimiter } };
                var model = new ModelDefinition
                {
                    Name = "ChurnModel", Type = Type, Dataset = "churn", Label = Label, Version = Version, Trainer = Trainer, Seed = Seed, Split = Split,
                    Features = Features, Ignore = Ignore, Gates = Gates, Location = new("ChurnModel.cs", 1, 2),
                };
                var shape = ShapeResolver.Resolve(model, contract, out var problems);
                Assert.Empty(problems);
                return ReleaseContent.Create(model, contract, shape!, Data, Artifact);
            }
        }

        public State Edit(string column, Func<Column, Column> edit) => this with { Columns = [.. Columns.Select(c => c.Name == column ? edit(c) : c)] };
    }
}
