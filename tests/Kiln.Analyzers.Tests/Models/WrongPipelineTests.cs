using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class WrongPipelineTests
{
    const string Written = ", so the default pipeline would be used; write 'static IEstimator<ITransformer> Pipeline(MLContext ml)'";

    /// <summary>What the steps do with their columns is for other rules to say.</summary>
    static async Task<string[]> Findings(string members, string arguments = "") =>
        [.. (await Project(members, arguments).Findings()).Where(finding => finding.StartsWith("KILN0017", StringComparison.Ordinal))];

    static TestProject Project(string members, string arguments) => (StandIn.Project with { UsesMachineLearning = true })
        .Contract("data", Columns.Number("x"), Columns.Number("y"))
        .Source($$"""
            using Kiln;
            using Microsoft.ML;
            using Microsoft.ML.Data;
            using Microsoft.ML.Transforms;

            [Model("data", Label = "y", Version = "1.0.0"{{arguments}})]
            partial class M
            {
                {{members}}
            }

            class Other
            {
                IEstimator<ITransformer>? Pipeline(MLContext ml, int x) => x > 0 ? ml.Transforms.CopyColumns("a", "x") : null;
            }
            """);

    [Theory]
    [InlineData("IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.CopyColumns(\"a\", \"x\");", "is not static")]
    [InlineData("static IEstimator<ITransformer> Pipeline(MLContext ml, int x) => x > 0 ? null! : ml.Transforms.CopyColumns(\"a\", \"x\");", "does not take an MLContext and nothing else")]
    [InlineData("static IEstimator<ITransformer> Pipeline() => null!;", "does not take an MLContext and nothing else")]
    [InlineData("static IEstimator<ITransformer> Pipeline(ref MLContext ml) => ml.Transforms.CopyColumns(\"a\", \"x\");", "does not take an MLContext and nothing else")]
    [InlineData("static ITransformer Pipeline(MLContext ml) => ml.Transforms.CopyColumns(\"a\", \"x\").Fit(null!);", "does not return an IEstimator<ITransformer>")]
    [InlineData("static void Pipeline(MLContext ml) => ml.ToString();", "does not return an IEstimator<ITransformer>")]
    [InlineData("static IEstimator<ITransformer> Pipeline<T>(MLContext ml) => ml.Transforms.CopyColumns(\"a\", typeof(T).Name);", "is generic")]
    public async Task Flags_what_the_build_would_not_call(string member, string reason) =>
        Assert.Equal([$"KILN0017 at Pipeline: 'Pipeline' {reason}{Written}"], await Findings(member));

    [Fact]
    public async Task Flags_a_trainer_beside_a_pipeline() => Assert.Equal(
        ["KILN0017 at Trainer.Linear: Trainer chooses the trainer of the default pipeline, and 'M' brings its own; remove one: the argument, or the method Pipeline"],
        await Findings("static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.CopyColumns(\"a\", \"x\");", ", Trainer = Trainer.Linear"));

    [Theory]
    [InlineData("")]
    [InlineData("static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.CopyColumns(\"a\", \"x\");")]
    [InlineData("public static IEstimator<ITransformer> Pipeline(MLContext ml) => Pipeline(ml, \"a\"); static IEstimator<ITransformer> Pipeline(MLContext ml, string a) => ml.Transforms.CopyColumns(a, \"x\");")]
    [InlineData("internal static EstimatorChain<ColumnCopyingTransformer> Pipeline(MLContext context) => ml(context); static EstimatorChain<ColumnCopyingTransformer> ml(MLContext context) => context.Transforms.CopyColumns(\"a\", \"x\").Append(context.Transforms.CopyColumns(\"c\", \"x\"));")]
    [InlineData("static ColumnCopyingEstimator Pipeline(MLContext ml) => ml.Transforms.CopyColumns(\"a\", \"x\");")]
    [InlineData("public int Pipeline => 1;")]
    [InlineData("public static string Pipeline(string name) => name;")]
    [InlineData("public static class Pipeline;")]
    [InlineData("public static IEstimator<ITransformer> Steps(MLContext ml, int x) => x > 0 ? null! : ml.Transforms.CopyColumns(\"a\", \"x\");")]
    public async Task Leaves_alone(string members) => Assert.Empty(await Findings(members));

    [Fact]
    public async Task Leaves_a_trainer_alone_where_there_is_no_pipeline() => Assert.Empty(await Findings("", ", Trainer = Trainer.Linear"));
}
