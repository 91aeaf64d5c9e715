namespace Kiln.Analyzers.Tests.Leakage;

public sealed class FittedBeforeSplitTests
{
    const string Steps = """
        static IEstimator<ITransformer> Scaling() => ml.Transforms.NormalizeMinMax("X");
        static IEstimator<ITransformer> Joining() => ml.Transforms.Concatenate("Features", "X").Append(ml.Transforms.Conversion.MapValueToKey("Label"));
        static IEstimator<ITransformer> Trainer() => ml.BinaryClassification.Trainers.FastTree();
        """;

    static Task<string[]> Findings(string body) =>
        MachineLearningProject.With(Steps + $$"""static object M() { {{body}} }""").FindingsOf("KILN5001");

    [Fact]
    public async Task Says_what_why_and_what_to_do() => Assert.Contains(
        "KILN5001 at data: 'NormalizeMinMax' learns here from all rows, including those that CrossValidate holds out, so what is measured on them is too good; "
            + "split first and fit on the training rows only, best as part of the one pipeline that is fitted on them",
        await MachineLearningProject.With("""
            static object M() { var data = Load("a"); var scaled = ml.Transforms.NormalizeMinMax("X").Fit(data).Transform(data); return ml.BinaryClassification.CrossValidate(scaled, ml.BinaryClassification.Trainers.FastTree()); }
            """).Findings());

    [Theory]
    [InlineData("""var data = Load("a"); var scaled = Scaling().Fit(data).Transform(data); return ml.Data.TrainTestSplit(scaled);""")]
    [InlineData("""var data = Load("a"); var scaler = Scaling().Fit(data); data = scaler.Transform(data); return ml.Data.CrossValidationSplit(ml.Data.ShuffleRows(data));""")]
    [InlineData("""var data = Load("a"); var prepared = Joining().Append(ml.Transforms.Text.FeaturizeText("T")).Fit(data).Transform(data); return ml.Data.TrainTestSplit(prepared);""")]
    [InlineData("""var data = Load("a"); var filled = ml.Transforms.ReplaceMissingValues("X", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean).Fit(data).Transform(data); return ml.Data.TrainTestSplit(filled);""")]
    [InlineData("""var data = Load("a"); var scaled = Scaling().Fit(data).Transform(data); return ml.Data.TrainTestSplit(ml.Data.TakeRows(scaled, 100));""")]
    [InlineData("""var data = Load("a"); var split = ml.Data.TrainTestSplit(data); var scaler = Scaling().Fit(data); return Trainer().Fit(scaler.Transform(split.TrainSet));""")]
    [InlineData("""var data = Load("a"); var twice = Joining().Fit(data).Transform(Scaling().Fit(data).Transform(data)); return (ml.Data.TrainTestSplit(twice), ml.Data.CrossValidationSplit(twice));""")]
    public async Task Flags(string body) => Assert.Equal(["KILN5001 at data"], await Findings(body));

    [Fact]
    public async Task Follows_forty_steps_that_are_fitted_one_on_the_other()
    {
        var steps = string.Concat(Enumerable.Range(0, 40).Select(at => $"var d{at + 1} = Joining().Fit(d{at}).Transform(d{at}); "));
        Assert.Equal(
            ["KILN5001 at d40"],
            await Findings($"""var d0 = Load("a"); {steps} return ml.Data.TrainTestSplit(Scaling().Fit(d40).Transform(d40));"""));
    }

    [Theory]
    // Split first.
    [InlineData("""var split = ml.Data.TrainTestSplit(Load("a")); var model = Scaling().Append(Trainer()).Fit(split.TrainSet); return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));""")]
    [InlineData("""var split = ml.Data.TrainTestSplit(Load("a")); var scaler = Scaling().Fit(split.TrainSet); var model = Trainer().Fit(scaler.Transform(split.TrainSet)); return ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(split.TestSet)));""")]
    [InlineData("""return ml.BinaryClassification.CrossValidate(Load("a"), Scaling().Append(Trainer()));""")]
    // Looks at one row at a time, or only numbers what there is.
    [InlineData("""var data = Load("a"); var joined = Joining().Fit(data).Transform(data); return ml.Data.TrainTestSplit(joined);""")]
    [InlineData("""var data = Load("a"); var scaled = ml.Transforms.NormalizeLpNorm("X").Fit(data).Transform(data); return ml.Data.TrainTestSplit(scaled);""")]
    [InlineData("""var data = Load("a"); var filled = ml.Transforms.ReplaceMissingValues("X").Fit(data).Transform(data); return ml.Data.TrainTestSplit(filled);""")]
    // Only looked at.
    [InlineData("""var data = Load("a"); Console.WriteLine(Scaling().Fit(data).Transform(data).Preview()); return ml.Data.TrainTestSplit(data);""")]
    // Fitted on other rows.
    [InlineData("""var data = Load("a"); var scaled = Scaling().Fit(Load("b")).Transform(data); return ml.Data.TrainTestSplit(scaled);""")]
    [InlineData("""var outer = ml.Data.TrainTestSplit(Load("a")); var scaler = Scaling().Fit(outer.TrainSet); return ml.Data.TrainTestSplit(scaler.Transform(outer.TestSet));""")]
    // The final model is fitted on everything after it was measured.
    [InlineData("""var data = Load("a"); var split = ml.Data.TrainTestSplit(data); var model = Scaling().Append(Trainer()).Fit(split.TrainSet); var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); return (metrics, Scaling().Append(Trainer()).Fit(data));""")]
    // Another variable of the same name, then.
    [InlineData("""var data = Load("a"); var scaled = Scaling().Fit(data).Transform(data); scaled = Load("b"); return ml.Data.TrainTestSplit(scaled);""")]
    // Not known.
    [InlineData("""var data = Load("a"); return ml.Data.TrainTestSplit(ml.Model.Load("m", out _).Transform(data));""")]
    public async Task Leaves_alone(string body) => Assert.Empty(await Findings(body));
}
