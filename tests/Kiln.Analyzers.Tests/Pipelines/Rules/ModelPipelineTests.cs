using Kiln.Contracts.Data;
using Kiln.Testing;
using Data = Kiln.Testing.Columns;

namespace Kiln.Analyzers.Tests.Pipelines.Rules;

/// <summary>The pipeline of a model, against its contract.</summary>
public sealed class ModelPipelineTests
{
    static readonly Column[] Contract =
    [
        Data.Number("tenure"), Data.Number("age", nullable: true), Data.Boolean("senior"), Data.Category("plan", "a", "b"), Data.Text("note"),
        Data.Date("since"), Data.Integer("customer", role: ColumnRole.Id), Data.Boolean("churned"),
    ];

    static TestProject Project(string estimator, string arguments = "") => (StandIn.Project with { UsesMachineLearning = true })
        .Contract(new DataContract
        {
            Dataset = "churn", Columns = Contract, Rows = 100,
            Profile = new Dictionary<string, ColumnProfile> { ["tenure"] = new() { Missing = 0, Distinct = 1 }, ["age"] = new() { Missing = 0.1, Distinct = 40 } },
        })
        .Source($$"""
            using Kiln;
            using Microsoft.ML;

            [Model("churn", Label = "churned", Version = "1.0.0"{{arguments}})]
            partial class ChurnModel
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml) => {{estimator}};
            }
            """);

    static Task<string[]> Findings(string estimator, string arguments = "") => Project(estimator, arguments).FindingsOf("KILN2");

    [Theory]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Tenur\")", "KILN2001 at \"Tenur\": no column is named 'Tenur' here, so Fit will throw; did you mean 'tenure'?")]
    [InlineData("ml.Transforms.Text.FeaturizeText(\"Features\", \"review\")", "KILN2001 at \"review\": no column is named 'review' here, so Fit will throw; there are 'age', 'churned', 'note', 'plan', 'senior', 'since.Day', 'since.DayOfWeek', 'since.DayOfYear', …")]
    [InlineData("ml.Transforms.NormalizeMinMax(Columns.Plan)", "KILN2002 at Columns.Plan: 'plan' is text, and NormalizeMinMax takes float or double, so Fit will throw; encode it first, for example with OneHotEncoding or FeaturizeText")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", Columns.Age, Columns.Senior).Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(Columns.Churned))", "KILN2005 at SdcaLogisticRegression: 'age' may be missing, and SdcaLogisticRegression predicts NaN if a feature is missing; fill it first with ReplaceMissingValues, or use a tree trainer such as LightGbm")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"tenure\", \"since.Hour\").Append(ml.BinaryClassification.Trainers.FastTree(\"churned\"))", "KILN2004 at \"tenure\": 'tenure' has one value in all 100 rows, so FastTree learns nothing from it that holds for other rows; leave it out")]
    public async Task Flags(string estimator, string finding) => Assert.Contains(finding, await Findings(estimator));

    [Theory]
    [InlineData("ml.BinaryClassification.Trainers.Gam(Columns.Churned)", "Gam", "use FastTree or LightGbm instead")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(Columns.Plan, outputKind: Microsoft.ML.Transforms.OneHotEncodingEstimator.OutputKind.Binary)", "OneHotEncoding", "use OutputKind.Indicator instead")]
    public async Task Flags_what_cannot_be_exported(string step, string name, string way) => Assert.Contains(
        $"KILN2010 at {name}: {name} cannot be written as ONNX, so the model will not build; {way}",
        await Findings($"ml.Transforms.Concatenate(\"Features\", \"age\").Append({step})"));

    [Fact]
    public async Task Flags_an_id() => Assert.Equal(
        ["KILN2004 at \"customer\": 'customer' is an id in the contract, so FastTree learns nothing from it that holds for other rows; leave it out"],
        await Findings(
            "ml.Transforms.Concatenate(\"Features\", \"customer\", \"age\").Append(ml.BinaryClassification.Trainers.FastTree(\"churned\"))",
            ", Features = [\"customer\", \"age\"]"));

    [Fact]
    public async Task Flags_an_id_that_models_are_not_shown_as_what_it_is() => Assert.Equal(
        ["KILN2004 at \"customer\": 'customer' is an id in the contract, so FastTree learns nothing from it that holds for other rows; leave it out"],
        await Findings("ml.Transforms.Concatenate(\"Features\", \"customer\", \"age\").Append(ml.BinaryClassification.Trainers.FastTree(\"churned\"))"));

    [Fact]
    public async Task An_id_that_is_no_feature_is_not_there_either() => Assert.Contains(
        await Findings("ml.Transforms.CopyColumns(\"Key\", \"customer\")"), finding => finding.StartsWith("KILN2001 at \"customer\": no column is named 'customer' here"));

    [Theory]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(Columns.Plan).Append(ml.Transforms.Concatenate(\"Features\", Columns.Age, Columns.Senior, Columns.Plan, Columns.Since + \".Hour\")).Append(ml.BinaryClassification.Trainers.LightGbm(Columns.Churned))")]
    [InlineData("ml.Transforms.ReplaceMissingValues(Columns.Age).Append(ml.Transforms.Concatenate(\"Features\", Columns.Age, Columns.Senior)).Append(ml.Transforms.NormalizeMinMax(\"Features\")).Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(Columns.Churned))")]
    public async Task Leaves_alone(string estimator) => Assert.Empty(await Findings(estimator));

    [Fact]
    public async Task The_fix_names_the_generated_constant() => Assert.Contains(
        "NormalizeMinMax(Columns.Tenure)", await Fixed("ml.Transforms.NormalizeMinMax(\"Tenur\")"));

    static async Task<string> Fixed(string estimator)
    {
        var project = Project(estimator);
        return await (project with { Sources = [.. project.Sources.Reverse()] }).Fixed("KILN2001");
    }
}
