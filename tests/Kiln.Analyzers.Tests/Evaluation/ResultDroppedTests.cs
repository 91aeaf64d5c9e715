using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Evaluation;

public sealed class ResultDroppedTests
{
    const string Chain = """IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "X");""";

    static TestProject Project(string body) => MachineLearningProject.With($$"""static void M(IDataView data, ITransformer model) { {{body}} }""");

    static Task<string[]> Findings(string body) => Project(body).FindingsOf("KILN4010");

    [Fact]
    public async Task Says_what_why_and_what_to_do() => Assert.Contains(
        "KILN4010 at Append: 'Append' does not work in place but returns a new estimator, which is dropped here; assign the result, or remove the call",
        await Project(Chain + "pipeline.Append(ml.BinaryClassification.Trainers.FastTree());").Findings());

    [Theory]
    [InlineData(Chain + "pipeline.Append(ml.BinaryClassification.Trainers.FastTree()).Append(ml.Transforms.CopyColumns(\"Y\", \"X\"));", "Append")]
    [InlineData("var chain = new EstimatorChain<ITransformer>(); chain.Append(ml.Transforms.CopyColumns(\"Y\", \"X\"));", "Append")]
    [InlineData(Chain + "pipeline.AppendCacheCheckpoint(ml);", "AppendCacheCheckpoint")]
    [InlineData("model.Transform(data);", "Transform")]
    [InlineData("Pipeline().Fit(data);", "Fit")]
    [InlineData("ml.Data.ShuffleRows(data);", "ShuffleRows")]
    [InlineData("ml.Data.TrainTestSplit(data);", "TrainTestSplit")]
    [InlineData("Action run = () => { model.Transform(data); }; run();", "Transform")]
    public async Task Flags(string body, string at) => Assert.Equal([$"KILN4010 at {at}"], await Findings(body));

    [Theory]
    [InlineData(Chain + "pipeline = pipeline.Append(ml.BinaryClassification.Trainers.FastTree()); Console.WriteLine(pipeline);")]
    [InlineData("_ = Pipeline().Fit(data);")]
    [InlineData("Console.WriteLine(model.Transform(data));")]
    [InlineData("model.Transform(data).Preview();")]
    [InlineData("try { Pipeline().Fit(data); } catch (InvalidOperationException) { Console.WriteLine(); }")]
    [InlineData("Action run = () => Pipeline().Fit(data); run();")]
    [InlineData("Pipeline().GetOutputSchema(SchemaShape.Create(data.Schema));")]
    [InlineData("ml.Model.Save(model, data.Schema, \"m\");")]
    [InlineData("new System.Text.StringBuilder().Append(1);")]
    public async Task Leaves_alone(string body) => Assert.Empty(await Findings(body));

    [Fact]
    public async Task Leaves_a_test_alone_that_only_wants_to_see_it_run() => Assert.Equal(
        ["KILN4010 at Append"],
        await MachineLearningProject.With("""
            [Xunit.Fact] static void Runs()
            {
                Pipeline().Fit(Load("a")).Transform(Load("b"));
                Action again = () => { Pipeline().Fit(Load("a")); };
                again();
                Pipeline().Append(ml.Transforms.CopyColumns("Y", "X"));
            }
            """).Source("namespace Xunit; sealed class FactAttribute : System.Attribute;", "/project/Fact.cs").FindingsOf("KILN4010"));

    [Theory]
    [InlineData(Chain + "pipeline.Append(ml.Transforms.CopyColumns(\"Y\", \"X\"));", Chain + "pipeline = pipeline.Append(ml.Transforms.CopyColumns(\"Y\", \"X\"));")]
    [InlineData(Chain + "pipeline.Append(ml.Transforms.CopyColumns(\"Y\", \"X\")).AppendCacheCheckpoint(ml);", Chain + "pipeline = pipeline.Append(ml.Transforms.CopyColumns(\"Y\", \"X\")).AppendCacheCheckpoint(ml);")]
    [InlineData("var rows = data; ml.Data.ShuffleRows(rows);", "var rows = data; rows = ml.Data.ShuffleRows(rows);")]
    public async Task Is_fixed_by_an_assignment(string before, string after) =>
        Assert.Equal(Project(after).Sources[0].Text, await Project(before).Fixed("KILN4010"));

    [Theory]
    [InlineData("var pipeline = ml.Transforms.CopyColumns(\"Z\", \"X\"); pipeline.Append(ml.Transforms.CopyColumns(\"Y\", \"X\"));")]
    [InlineData("model.Transform(data);")]
    [InlineData("Pipeline().Append(ml.Transforms.CopyColumns(\"Y\", \"X\"));")]
    [InlineData("ml.Data.ShuffleRows(data);")]
    public async Task Offers_no_fix_where_nothing_can_take_the_result(string body)
    {
        Assert.NotEmpty(await Findings(body));
        Assert.Empty(await Project(body).Offered("KILN4010"));
    }
}
