namespace Kiln.Analyzers.Tests.Pipelines.Rules;

/// <summary>What is wrong with what a trainer learns from.</summary>
public sealed class FeatureTests
{
    static Task<string[]> Findings(string estimator, string rule) => PipelineCode.Fit(estimator).FindingsOf("KILN2001", "KILN2002", rule);

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"Label\").Append(ml.Regression.Trainers.LightGbm())", "\"Label\"", "'Label' is what LightGbm learns to predict, and it is in the features, so the model only repeats it; leave it out of the features")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"N\", \"Label\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"N\")).Append(ml.Transforms.NormalizeMinMax(\"Features\")).Append(ml.Regression.Trainers.LightGbm())", "\"N\"", "'Label' is what LightGbm learns to predict, and it is in the features, so the model only repeats it; leave it out of the features")]
    [InlineData("ml.Transforms.Conversion.MapValueToKey(\"K\", \"Town\").Append(ml.Transforms.Text.FeaturizeText(\"Features\", \"Town\")).Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.LinearSvm(), \"K\"))", "\"Town\"", "'K' is what OneVersusAll learns to predict, and it is in the features, so the model only repeats it; leave it out of the features")]
    public async Task Flags_the_label(string estimator, string marked, string message) =>
        Assert.Equal([$"KILN2003 at {marked}: {message}"], await Findings(estimator, "KILN2003"));

    [Fact]
    public async Task Flags_the_label_where_the_data_is_not_known() => Assert.Equal(
        ["KILN2003 at \"y\": 'y' is what Sdca learns to predict, and it is in the features, so the model only repeats it; leave it out of the features"],
        await PipelineCode.Members("public static object Make(MLContext ml) => ml.Transforms.Concatenate(\"f\", \"x\", \"y\").Append(ml.Regression.Trainers.Sdca(\"y\", \"f\"));")
            .FindingsOf("KILN2003"));

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.LightGbm())")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"Label\").Append(ml.Clustering.Trainers.KMeans())")]
    [InlineData("ml.Transforms.CopyColumns(\"L\", \"Label\").Append(ml.Transforms.CopyColumns(\"Label\", \"Rooms\")).Append(ml.Transforms.Concatenate(\"Features\", \"Label\")).Append(ml.Regression.Trainers.LightGbm(\"L\"))")]
    public async Task Leaves_other_features_alone(string estimator) => Assert.Empty(await Findings(estimator, "KILN2003"));

    [Fact]
    public async Task Suggests_to_scale() => Assert.Equal(
        ["KILN2006 at Sdca: Sdca is sensitive to the scale of the features, and 'Features' has them unscaled, so the largest column dominates; scale them first, for example with NormalizeMeanVariance(\"Features\")"],
        await Findings("ml.Transforms.CopyColumns(\"R\", \"Label\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"R\")).Append(ml.Regression.Trainers.Sdca())", "KILN2006"));

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.Sdca())")]
    [InlineData("ml.Transforms.CopyColumns(\"R\", \"Label\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"R\")).Append(ml.Regression.Trainers.FastTree())")]
    [InlineData("ml.Transforms.CopyColumns(\"R\", \"Label\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"R\")).Append(ml.Transforms.NormalizeMinMax(\"Features\")).Append(ml.Regression.Trainers.Sdca())")]
    [InlineData("ml.Transforms.Text.FeaturizeText(\"Features\", \"Town\").Append(ml.Regression.Trainers.Sdca())")]
    public async Task Leaves_scaled_features_alone(string estimator) => Assert.Empty(await Findings(estimator, "KILN2006"));

    [Theory]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"T\", \"Town\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\")).Append(ml.Regression.Trainers.LightGbm())", "T", "\"T\"")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Transforms.NormalizeMinMax(\"Area\")).Append(ml.Regression.Trainers.LightGbm())", "Area", "\"Area\"")]
    public async Task Suggests_to_use_an_output(string estimator, string column, string marked) => Assert.Equal(
        [$"KILN2007 at {marked}: nothing after this transform uses '{column}', so the model learns nothing from it; join it into the features with Concatenate, or remove the transform"],
        await Findings(estimator, "KILN2007"));

    [Fact]
    public async Task Does_not_suggest_to_learn_from_the_label() => Assert.Equal(
        ["KILN2007 at \"Paid\": nothing after this transform uses 'Paid', and the trainer's label is 'Label'; give the trainer the one you mean, or remove the transform"],
        await Findings("ml.Transforms.CopyColumns(\"Paid\", \"Label\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\")).Append(ml.Regression.Trainers.LightGbm())", "KILN2007"));

    [Theory]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"T\", \"Town\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"T\")).Append(ml.Regression.Trainers.LightGbm())")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"T\", \"Town\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.LightGbm()).Append(ml.Transforms.CopyColumns(\"Answer\", \"Score\"))")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"T\", \"Town\").Append(ml.Transforms.Concatenate(\"Features\", \"Rooms\")).Append(ml.Transforms.Expression(\"E\", \"x => x\", path)).Append(ml.Regression.Trainers.LightGbm())")]
    public async Task Leaves_used_outputs_alone(string estimator) => Assert.Empty(await Findings(estimator, "KILN2007"));

    [Fact]
    public async Task Leaves_an_output_alone_that_is_asked_for_by_name() => Assert.Empty(await PipelineCode.Body("""
        var model = ml.Transforms.Categorical.OneHotEncoding("T", "Town").Append(ml.Transforms.Concatenate("Features", "Rooms")).Append(ml.Regression.Trainers.LightGbm()).Fit(data);
        var towns = model.Transform(data).GetColumn<float[]>("T");
        """).FindingsOf("KILN2007"));
}
