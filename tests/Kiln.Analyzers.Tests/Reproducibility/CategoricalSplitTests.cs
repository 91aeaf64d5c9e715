using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class CategoricalSplitTests
{
    static Task<string[]> Findings(string statements) => Statements.Project($"var ml = new MLContext(1); {statements}").Findings("KILN6");

    [Theory]
    [InlineData("Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(ml.Transforms.Concatenate(\"x\", \"c\")).Append(ml.Regression.Trainers.LightGbm()));")]
    [InlineData("var steps = ml.Transforms.Concatenate(\"x\", \"c\").Append(ml.Transforms.Categorical.OneHotEncoding(\"c\")); Use(steps.Append(ml.Regression.Trainers.LightGbm(\"y\", \"x\")));")]
    [InlineData("var trainer = ml.Regression.Trainers.LightGbm(); Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(trainer));")]
    [InlineData("Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { NumberOfLeaves = 9 })));")]
    [InlineData("Use(Hot().Append(ml.Regression.Trainers.LightGbm())); IEstimator<ITransformer> Hot() => ml.Transforms.Categorical.OneHotEncoding(\"c\");")]
    public async Task Flags(string statements) => Assert.Equal(
        ["KILN6005 at LightGbm: LightGbm splits the categories of OneHotEncoding differently above 50,000 rows, so more data means another algorithm; set UseCategoricalSplit to true or false in its options"],
        await Findings(statements));

    [Fact]
    public async Task Is_advice()
    {
        var project = Statements.Project(
            "var ml = new MLContext(1); Use(ml.Transforms.Categorical.OneHotHashEncoding(\"c\").Append(ml.Regression.Trainers.LightGbm()));");
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await project.Diagnostics(), finding => finding.Id == "KILN6005").Severity);
    }

    [Theory]
    [InlineData("Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { UseCategoricalSplit = false })));")]
    [InlineData("Use(ml.Transforms.Categorical.OneHotEncoding(\"c\", outputKind: OneHotEncodingEstimator.OutputKind.Binary).Append(ml.Regression.Trainers.LightGbm()));")]
    [InlineData("Use(ml.Transforms.Concatenate(\"x\", \"c\").Append(ml.Regression.Trainers.LightGbm()));")]
    [InlineData("Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(ml.Regression.Trainers.FastTree()));")]
    [InlineData("var o = new LightGbmRegressionTrainer.Options(); Set(o); Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(ml.Regression.Trainers.LightGbm(o))); void Set(LightGbmRegressionTrainer.Options x) => x.UseCategoricalSplit = true;")]
    [InlineData("var o = new LightGbmRegressionTrainer.Options(); o.UseCategoricalSplit = true; Use(ml.Transforms.Categorical.OneHotEncoding(\"c\").Append(ml.Regression.Trainers.LightGbm(o)));")]
    [InlineData("Use(ml.Transforms.Categorical.OneHotEncoding(\"c\")); Use(ml.Regression.Trainers.LightGbm());")]
    public async Task Leaves_alone(string statements) => Assert.Empty(await Findings(statements));
}
