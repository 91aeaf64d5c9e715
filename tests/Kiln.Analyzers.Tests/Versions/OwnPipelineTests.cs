using Kiln.Analyzers.Models;
using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Versions;

/// <summary>A model of its own pipeline, which names columns by the very constants that are generated.</summary>
public sealed class OwnPipelineTests
{
    const string Concatenate = "ml.Transforms.Concatenate(\"Features\", Columns.A, Columns.B)";

    static readonly Column[] Data = [Columns.Number("a"), Columns.Number("b"), Columns.Number("y")];

    static TestProject Project(string step) => (StandIn.Project with { UsesMachineLearning = true }).Contract("data", Data).Source($$"""
        using Kiln;
        using Microsoft.ML;
        [Model("data", Label = "y", Version = "1.2.0")]
        partial class M
        {
            static IEstimator<ITransformer> Pipeline(MLContext ml) => {{step}}.Append(ml.Regression.Trainers.Sdca(labelColumnName: Columns.Y));
        }
        """);

    /// <summary>As the trainer writes it from what the generator left in the assembly.</summary>
    static string Lock(TestProject project)
    {
        var model = Assert.Single(CompiledDefinitions.In(project.Generate().Compilation.Assembly));
        Assert.NotNull(model.Pipeline);
        var contract = new DataContract { Dataset = "data", Columns = Data };
        var content = ReleaseContent.Create(model, contract, ShapeResolver.Resolve(model, contract, out _)!, "h", "a");
        var before = ReleasedModel.Lock();
        return LockJson.Write(new()
        {
            Model = "M", Version = "1.2.0", Definition = content.Definition, Contract = content.Contract, Tool = before.Tool, Dataset = "data", DataHash = "h", Partitions = [], Split = new([], []),
            TrainingRows = 80, HeldOutRows = 20, Metrics = [], Artifact = "a",
            Released = [new() { Version = "1.2.0", Content = content, Metrics = [], Predictions = [] }],
        });
    }

    static async Task<string[]> Ids(string step) =>
        [.. (await Project(step).File(ReleasedModel.LockPath, Lock(Project(Concatenate))).Diagnostics()).Select(finding => finding.Id).Where(id => id.StartsWith("KILN30", StringComparison.Ordinal)).Order()];

    [Theory]
    [InlineData(Concatenate)]
    [InlineData("/* together */ ml.Transforms.Concatenate(\n\"Features\", Columns.A, Columns.B)")]
    public async Task The_pipeline_that_was_released_is_known_again(string step) => Assert.Empty(await Ids(step));

    [Fact]
    public async Task Another_pipeline_under_a_released_version_is_told() =>
        Assert.Equal(["KILN3005", "KILN3010"], await Ids("ml.Transforms.Concatenate(\"Features\", Columns.B)"));
}
