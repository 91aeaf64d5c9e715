using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Pipelines.Rules;

public sealed class InputColumnHasWrongTypeTests
{
    static Task<string[]> Findings(TestProject project) => project.FindingsOf("KILN2001", "KILN2002");

    [Theory]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Town\")", "\"Town\"", "'Town' is text, and NormalizeMinMax takes float or double, so Fit will throw; encode it first, for example with OneHotEncoding or FeaturizeText")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Year\")", "\"Year\"", "'Year' is int, and NormalizeMinMax takes float or double, so Fit will throw; convert it first: Conversion.ConvertType")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"Area\")", "\"Area\"", "'Area' is double and 'Rooms' is float, and a vector has one type, so Fit will throw; convert one first, for example with Conversion.ConvertType")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(\"Town\"))", "\"Town\"", "'Town' is text, and SdcaMaximumEntropy takes a key as label, so Fit will throw; map it first: Conversion.MapValueToKey(\"Town\")")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.BinaryClassification.Trainers.LightGbm())", "LightGbm", "'Label' is float, and LightGbm takes bool as label, so Fit will throw; convert it first: Conversion.ConvertType(…, outputKind: DataKind.Boolean)")]
    [InlineData("ml.Regression.Trainers.FastTree(featureColumnName: \"Rooms\")", "\"Rooms\"", "'Rooms' is float, and FastTree takes a vector of float as features, so Fit will throw; make a vector of it first: Concatenate(\"Features\", \"Rooms\")")]
    public async Task Flags(string estimator, string marked, string message) =>
        Assert.Equal([$"KILN2002 at {marked}: {message}"], await Findings(PipelineCode.Fit(estimator)));

    [Theory]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"T\", \"Town\").Append(ml.Transforms.Concatenate(\"Features\", \"T\", \"Rooms\")).Append(ml.Regression.Trainers.Sdca())")]
    [InlineData("ml.Transforms.Conversion.MapValueToKey(\"K\", \"Town\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\")).Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.LinearSvm(), \"K\")).Append(ml.Transforms.Conversion.MapKeyToValue(\"PredictedLabel\"))")]
    [InlineData("ml.Transforms.Conversion.ConvertType(\"Area\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"Area\"))")]
    [InlineData("ml.Transforms.Text.TokenizeIntoCharactersAsKeys(\"Chars\", \"Town\").Append(ml.Transforms.Text.ProduceNgrams(\"Features\", \"Chars\"))")]
    [InlineData("ml.Transforms.Text.TokenizeIntoCharactersAsKeys(\"Chars\", \"Town\").Append(ml.Transforms.Conversion.MapKeyToValue(\"Letters\", \"Chars\"))")]
    [InlineData("ml.Transforms.Text.FeaturizeText(\"Features\", new Microsoft.ML.Transforms.Text.TextFeaturizingEstimator.Options { OutputTokensColumnName = \"Words\" }, \"Town\").Append(ml.Transforms.CopyColumns(\"Copy\", \"Words\"))")]
    public async Task Leaves_alone(string estimator) => Assert.Empty(await Findings(PipelineCode.Fit(estimator)));

    [Fact]
    public async Task Is_silent_where_any_class_may_be_meant() => Assert.Empty(await Findings(PipelineCode.Members("""
        public static void Run<T>(MLContext ml, T[] rows) where T : class =>
            ml.Transforms.Concatenate("Features", "Rooms").Fit(ml.Data.LoadFromEnumerable(rows));
        """)));
}
