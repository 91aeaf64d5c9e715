using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class TimeBoxedSearchTests
{
    /// <summary>AutoML's names; its package is none of the tests'.</summary>
    const string AutoML =
        """
        namespace Microsoft.ML.AutoML
        {
            public class ExperimentSettings { public uint MaxExperimentTimeInSeconds { get; set; } public int? MaxModels { get; set; } }
            public class AutoMLExperiment { public AutoMLExperiment SetTrainingTimeInSeconds(uint seconds) => this; public AutoMLExperiment SetMaxModelToExplore(int count) => this; }
            public class AutoCatalog { public object CreateRegressionExperiment(uint maxExperimentTimeInSeconds) => this; public object CreateRegressionExperiment(ExperimentSettings settings) => this; }
        }
        """;

    static Task<string[]> Findings(string expression, string model = "[Kiln.Model(\"data\", Label = \"y\", Version = \"1.0.0\")] partial class M;") => new TestProject { UsesMachineLearning = true }
            .Contract("data", Columns.Number("x"), Columns.Number("y"))
            .Source($"using Microsoft.ML.AutoML; {AutoML} {model} static class Search {{ public static object Run() => {expression}; }}")
            .Findings("KILN6");

    [Theory]
    [InlineData("new AutoMLExperiment().SetTrainingTimeInSeconds(60)", "SetTrainingTimeInSeconds")]
    [InlineData("new AutoCatalog().CreateRegressionExperiment(60)", "CreateRegressionExperiment")]
    [InlineData("new AutoCatalog().CreateRegressionExperiment(new ExperimentSettings { MaxExperimentTimeInSeconds = 60 })", "MaxExperimentTimeInSeconds")]
    public async Task Flags(string expression, string member) => Assert.Equal(
        [$"KILN6006 at {member}: {member} limits the search by time, so a slower machine finds a different model; limit the number of models instead, or search elsewhere and write down the pipeline that was found"],
        await Findings(expression));

    [Theory]
    [InlineData("new AutoMLExperiment().SetMaxModelToExplore(20)")]
    [InlineData("new AutoCatalog().CreateRegressionExperiment(new ExperimentSettings { MaxModels = 20 })")]
    public async Task Leaves_alone(string expression) => Assert.Empty(await Findings(expression));

    [Fact]
    public async Task Leaves_alone_what_searches_for_no_model_of_the_project() =>
        Assert.Empty(await Findings("new AutoMLExperiment().SetTrainingTimeInSeconds(60)", model: ""));
}
