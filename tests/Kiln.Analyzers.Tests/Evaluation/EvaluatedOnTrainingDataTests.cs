using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Evaluation;

public sealed class EvaluatedOnTrainingDataTests
{
    static TestProject Project(string members) => MachineLearningProject.With(members);

    static Task<string[]> Findings(string members) => Project(members).FindingsOf("KILN4007");

    [Fact]
    public async Task Says_what_why_and_what_to_do() => Assert.Contains(
        "KILN4007 at model.Transform(data): the model was fitted on these rows ('data'), so the metrics say how well it remembers them, not how well it predicts; "
            + "evaluate on rows that Fit did not see, such as the TestSet of a split",
        await Project("""static object M() { var data = Load("a"); var model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""").Findings());

    [Theory]
    [InlineData("""static object M() { var data = Load("a"); var model = Pipeline().Fit(data); var scored = model.Transform(data); return ml.BinaryClassification.Evaluate(scored); }""", "scored")]
    [InlineData("""static object M(IDataView data) { var model = Pipeline().Fit(data); return ml.BinaryClassification.EvaluateNonCalibrated(data: model.Transform(data)); }""", "model.Transform(data)")]
    [InlineData("""static object M() { var split = ml.Data.TrainTestSplit(Load("a")); var train = split.TrainSet; var model = Pipeline().Fit(train); return ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet)); }""", "model.Transform(split.TrainSet)")]
    [InlineData("""static object M() { var data = Load("a"); var split = ml.Data.TrainTestSplit(data); var model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); }""", "model.Transform(split.TestSet)")]
    [InlineData("""static object M() { var data = ml.Data.Cache(Load("a")); var model = Pipeline().Fit(ml.Data.ShuffleRows(data)); return ml.BinaryClassification.Evaluate(model.Transform(ml.Data.TakeRows(data, 9))); }""", "model.Transform(ml.Data.TakeRows(data, 9))")]
    [InlineData("""static object M() { var data = Load("a"); var made = ml.Transforms.Concatenate("Features", "X").Fit(data).Transform(data); var model = ml.BinaryClassification.Trainers.FastTree().Fit(made); return ml.BinaryClassification.Evaluate(model.Transform(made)); }""", "model.Transform(made)")]
    [InlineData("""static object M() { var data = Load("a"); return Measure(Train(data), data); } static ITransformer Train(IDataView rows) => Pipeline().Fit(rows); static object Measure(ITransformer model, IDataView rows) => ml.BinaryClassification.Evaluate(model.Transform(rows));""", "model.Transform(rows)")]
    [InlineData("""static object M() { var data = Load("a"); return Measure(Train(data), data); } static ITransformer Train(IDataView rows) => Pipeline().Fit(rows); static object Measure(ITransformer model, IDataView rows) => ml.BinaryClassification.Evaluate(model.Transform(rows)); sealed class Other { public float X() => 1; }""", "model.Transform(rows)")]
    [InlineData("""static void M() { Run(); void Run() { var data = Load("a"); var model = Pipeline().Fit(data); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); } }""", "model.Transform(data)")]
    [InlineData("""static void M() { foreach (var path in new[] { "a", "b" }) { var data = Load(path); var model = Pipeline().Fit(data); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); } }""", "model.Transform(data)")]
    [InlineData("""sealed class Nested { static object M() { var data = Load("a"); var model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(data)); } }""", "model.Transform(data)")]
    [InlineData("""static void M() { foreach (var fold in ml.Data.CrossValidationSplit(Load("a"))) { var model = Pipeline().Fit(fold.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(fold.TrainSet))); } }""", "model.Transform(fold.TrainSet)")]
    // Whichever way a condition goes, and in helpers.
    [InlineData("""static object M(bool few) { var all = Load("a"); var data = few ? ml.Data.TakeRows(all, 9) : all; var model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""", "model.Transform(data)")]
    [InlineData("""static object M(bool few) { var data = Load("a"); if (few) data = ml.Data.TakeRows(data, 9); var model = Pipeline().Fit(Load("b")); model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""", "model.Transform(data)")]
    [InlineData("""static class Jobs { internal static ITransformer Fit(IDataView rows) => Pipeline().Fit(rows); } static object M() { var data = Load("a"); return ml.BinaryClassification.Evaluate(Jobs.Fit(data).Transform(data)); }""", "Jobs.Fit(data).Transform(data)")]
    public async Task Flags(string members, string at) => Assert.Equal([$"KILN4007 at {at}"], await Findings(members));

    [Theory]
    // The right way.
    [InlineData("""static object M() { var split = ml.Data.TrainTestSplit(Load("a")); var model = Pipeline().Fit(split.TrainSet); return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); }""")]
    [InlineData("""static object M() { var model = Pipeline().Fit(Load("a")); return ml.BinaryClassification.Evaluate(model.Transform(Load("b"))); }""")]
    [InlineData("""static void M() { foreach (var fold in ml.Data.CrossValidationSplit(Load("a"))) { var model = Pipeline().Fit(fold.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(fold.TestSet))); } }""")]
    [InlineData("""static object M() { var data = Load("a"); return Measure(Train(data), data); } static ITransformer Train(IDataView rows) => Pipeline().Fit(rows); static object Measure(ITransformer model, IDataView rows) => ml.BinaryClassification.Evaluate(model.Transform(rows)); sealed class Other { static object M() => Measure(Train(Load("b")), Load("c")); }""")]
    // Train and test held against each other.
    [InlineData("""static void M() { var split = ml.Data.TrainTestSplit(Load("a")); var model = Pipeline().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet))); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet))); }""")]
    [InlineData("""static void M() { var data = Load("a"); var model = Pipeline().Fit(data); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); Test(model); } public static void Test(ITransformer model) => Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(Load("b"))));""")]
    [InlineData("""static void M() { var data = Load("a"); var test = Load("b"); var model = Pipeline().Fit(data); Show(model, data); Show(model, test); } static void Show(ITransformer model, IDataView rows) => Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(rows)));""")]
    [InlineData("""static void M() { var data = Load("a"); var model = Pipeline().Fit(data); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); Reports.Show(model, Load("b")); } } static class Reports { public static void Show(ITransformer model, IDataView rows) { }""")]
    // Measured by cross-validation before.
    [InlineData("""static void M() { var data = Load("a"); Console.WriteLine(ml.BinaryClassification.CrossValidate(data, Pipeline()).Count); var model = Pipeline().Fit(data); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); }""")]
    // The final refit on everything comes after the evaluation.
    [InlineData("""static object M() { var data = Load("a"); var split = ml.Data.TrainTestSplit(data); var model = Pipeline().Fit(split.TrainSet); var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); model = Pipeline().Fit(data); return (metrics, model); }""")]
    // One variable, other rows.
    [InlineData("""static object M() { var data = Load("a"); var model = Pipeline().Fit(data); data = Load("b"); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""")]
    [InlineData("""static object M(bool other) { var data = Load("a"); var model = Pipeline().Fit(data); if (other) data = Load("b"); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""")]
    [InlineData("""static void M() { ITransformer? model = null; foreach (var path in new[] { "a", "b" }) { var data = Load(path); if (model is not null) Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); model = Pipeline().Fit(data); } }""")]
    // Fitted on some rows, evaluated on others.
    [InlineData("""static object M() { var data = Load("a"); var model = Pipeline().Fit(ml.Data.TakeRows(data, 90)); return ml.BinaryClassification.Evaluate(model.Transform(ml.Data.SkipRows(data, 90))); }""")]
    [InlineData("""static object M() { var data = Load("a"); var model = Pipeline().Fit(ml.Data.FilterRowsByColumn(data, "X", upperBound: 1)); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""")]
    // A preparation that has seen the rows learns nothing of the label here; another rule looks at it.
    [InlineData("""static object M() { var data = Load("a"); var prepared = ml.Transforms.Concatenate("Features", "X").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(prepared); var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet); return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); }""")]
    // What the model was fitted on is not known.
    [InlineData("""static object M(ITransformer model) { var data = Load("a"); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""")]
    [InlineData("""static object M() { var data = Load("a"); return ml.BinaryClassification.Evaluate(ml.Model.Load("m", out _).Transform(data)); }""")]
    // Predictions that were loaded.
    [InlineData("""static object M() { var data = Load("a"); return ml.BinaryClassification.Evaluate(data); }""")]
    // Clusters are looked for in the rows that are fitted.
    [InlineData("""static object M() { var data = Load("a"); var model = ml.Transforms.Concatenate("Features", "X").Append(ml.Clustering.Trainers.KMeans()).Fit(data); return ml.Clustering.Evaluate(model.Transform(data)); }""")]
    // One condition for the rows that are fitted, another for those that are evaluated; or a variable that a loop assigns anew.
    [InlineData("""static object M(bool one, bool other) { var a = Load("a"); var b = Load("b"); var model = Pipeline().Fit(one ? a : b); return ml.BinaryClassification.Evaluate(model.Transform(other ? a : b)); }""")]
    [InlineData("""static void M(bool next) { var data = Load("a"); for (var i = 0; i < 9; i++) { var model = Pipeline().Fit(data); if (next) data = Load("b" + i); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data))); } }""")]
    // Made anew with each use of a helper of another class.
    [InlineData("""static class Jobs { internal static IDataView Rows(string path) => Load(path); } static object M() { var model = Pipeline().Fit(Jobs.Rows("a")); return ml.BinaryClassification.Evaluate(model.Transform(Jobs.Rows("b"))); }""")]
    // Loaded twice through one helper.
    [InlineData("""static object M() { var model = Pipeline().Fit(Rows("a")); return ml.BinaryClassification.Evaluate(model.Transform(Rows("b"))); } static IDataView Rows(string path) => Load(path);""")]
    public async Task Leaves_alone(string members) => Assert.Empty(await Findings(members));

    [Fact]
    public async Task Is_found_in_top_level_statements() => Assert.Contains(
        await new TestProject { UsesMachineLearning = true, IsProgram = true }.Source("""
            using Microsoft.ML;
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromBinary("a");
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(data);
            System.Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data)));
            """).Findings(),
        finding => finding.StartsWith("KILN4007 at model.Transform(data)", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "var model = Pipeline().Fit(split.TrainSet); return ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet));",
        "var model = Pipeline().Fit(split.TrainSet); return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData(
        "var train = split.TrainSet; var model = Pipeline().Fit(train); var scored = model.Transform(train); return ml.BinaryClassification.Evaluate(scored);",
        "var train = split.TrainSet; var model = Pipeline().Fit(train); var scored = model.Transform(split.TestSet); return ml.BinaryClassification.Evaluate(scored);")]
    public async Task Is_fixed_by_the_test_set_of_the_split(string before, string after)
    {
        static string Member(string body) => $$"""static object M() { var split = ml.Data.TrainTestSplit(Load("a")); {{body}} }""";
        Assert.Equal(Project(Member(after)).Sources[0].Text, await Project(Member(before)).Fixed("KILN4007"));
    }

    [Theory]
    [InlineData("""static object M(IDataView data) { var model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(data)); }""")]
    [InlineData("""static object M() { var data = Load("a"); var split = ml.Data.TrainTestSplit(data); var model = Pipeline().Fit(data); return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); }""")]
    [InlineData("""static object M() { var split = ml.Data.TrainTestSplit(Load("a")); var model = Pipeline().Fit(split.TrainSet); var scored = model.Transform(split.TrainSet); Console.WriteLine(scored.Preview()); return ml.BinaryClassification.Evaluate(scored); }""")]
    public async Task Offers_no_fix_that_may_be_wrong(string members)
    {
        Assert.NotEmpty(await Findings(members));
        Assert.Empty(await Project(members).Offered("KILN4007"));
    }
}
