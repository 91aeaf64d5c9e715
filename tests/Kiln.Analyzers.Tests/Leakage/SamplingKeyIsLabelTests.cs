using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Leakage;

public sealed class SamplingKeyIsLabelTests
{
    static TestProject Project(string body) => MachineLearningProject.With($$"""static object M() { var data = Load("a"); {{body}} }""");

    static Task<string[]> Findings(string body) => Project(body).FindingsOf("KILN5005");

    [Theory]
    [InlineData("""var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "Label"); return Pipeline().Fit(split.TrainSet);""", "\"Label\"")]
    [InlineData("""var split = ml.Data.TrainTestSplit(data, 0.2, nameof(Row.Label)); return Pipeline().Fit(split.TrainSet);""", "nameof(Row.Label)")]
    [InlineData("""return ml.BinaryClassification.CrossValidate(data, Pipeline(), labelColumnName: "Bought", samplingKeyColumnName: "Bought");""", "\"Bought\"")]
    [InlineData("""var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Area").Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()); return (pipeline, ml.Data.CrossValidationSplit(data, samplingKeyColumnName: "Area"));""", "\"Area\"")]
    public async Task Flags(string body, string at) => Assert.Equal([$"KILN5005 at {at}"], await Findings(body));

    [Theory]
    [InlineData("""var split = ml.Data.TrainTestSplit(data); return Pipeline().Fit(split.TrainSet);""")]
    [InlineData("""var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "Customer"); return Pipeline().Fit(split.TrainSet);""")]
    [InlineData("""return ml.BinaryClassification.CrossValidate(data, ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Bought"), labelColumnName: "Bought", samplingKeyColumnName: "Customer");""")]
    [InlineData("""var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "Price"); return ml.Regression.Trainers.FastTree(labelColumnName: "Price").Fit(split.TrainSet);""")]
    [InlineData("""var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "GroupId"); return ml.Ranking.Trainers.FastTree().Fit(split.TrainSet);""")]
    [InlineData("""var key = "Lab" + data.Schema.Count; var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: key); return Pipeline().Fit(split.TrainSet);""")]
    public async Task Leaves_alone(string body) => Assert.Empty(await Findings(body));

    [Theory]
    [InlineData("""data, samplingKeyColumnName: "Label", seed: 1""", "data, seed: 1")]
    [InlineData("""data, 0.2, "Label" """, "data, 0.2")]
    public async Task Is_fixed_by_leaving_it_out(string before, string after)
    {
        static string Body(string arguments) => $"var split = ml.Data.TrainTestSplit({arguments.Trim()}); return Pipeline().Fit(split.TrainSet);";
        Assert.Equal(Project(Body(after)).Sources[0].Text, await Project(Body(before)).Fixed("KILN5005"));
    }

    [Fact]
    public async Task Offers_no_fix_that_would_move_another_argument() => Assert.Empty(
        await Project("""var split = ml.Data.TrainTestSplit(data, 0.2, "Label", 1); return Pipeline().Fit(split.TrainSet);""").Offered("KILN5005"));
}
