using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class SeedWithoutEffectTests
{
    static string Races(string member) =>
        $"KILN6002 at {member}: {member} trains on several threads that race, so the seed does not make it repeat; set NumberOfThreads = 1 in its options";

    [Theory]
    [InlineData("var ml = new MLContext(seed: 1); Use(ml.Regression.Trainers.Sdca());", "Sdca")]
    [InlineData("var ml = new MLContext(0); Use(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(\"y\", \"x\"));", "SdcaMaximumEntropy")]
    [InlineData("var ml = new MLContext(1); Use(ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 4 }));", "SgdCalibrated")]
    [InlineData("var ml = new MLContext(1); Use(ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 3, NumberOfThreads = null }));", "KMeans")]
    [InlineData("var ml = new MLContext(1); var o = new SdcaRegressionTrainer.Options(); o.Shuffle = false; Use(ml.Regression.Trainers.Sdca(o));", "Sdca")]
    public async Task Flags(string statements, string member) => Assert.Equal([Races(member)], await Statements.Project(statements).Findings("KILN6"));

    [Theory]
    [InlineData("var ml = new MLContext(1); Use(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { NumberOfThreads = 1 }));")]
    [InlineData("var ml = new MLContext(1); var o = new SdcaRegressionTrainer.Options(); o.NumberOfThreads = 1; Use(ml.Regression.Trainers.Sdca(o));")]
    [InlineData("var ml = new MLContext(1); var o = new SdcaRegressionTrainer.Options(); Use(o); Use(ml.Regression.Trainers.Sdca(o));")]
    [InlineData("var ml = new MLContext(1); Use(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { NumberOfThreads = Chosen() }));")]
    [InlineData("var ml = new MLContext(1); Use(ml.Regression.Trainers.LightGbm()); Use(ml.Regression.Trainers.OnlineGradientDescent());")]
    [InlineData("var ml = new MLContext(Chosen()); Use(ml.Regression.Trainers.Sdca());")]
    public async Task Leaves_alone(string statements) => Assert.Empty(await Statements.Project(statements).Findings("KILN6"));

    [Fact]
    public async Task Says_nothing_of_a_context_from_elsewhere() => Assert.Empty(await Statements.Project(
        "", "public static object Train(MLContext ml) => ml.Regression.Trainers.Sdca();").Findings("KILN6"));

    [Fact]
    public async Task Flags_it_in_the_pipeline_of_a_model()
    {
        var project = new TestProject { UsesMachineLearning = true }
            .Contract("data", Columns.Number("x"), Columns.Number("y"))
            .Source(
                """
                using Microsoft.ML;
                [Kiln.Model("data", Label = "y", Version = "1.0.0")]
                sealed partial class M
                {
                    static IEstimator<ITransformer> Pipeline(MLContext ml) => Trainer(ml);
                    static IEstimator<ITransformer> Trainer(MLContext ml) => ml.Regression.Trainers.Sdca();
                }
                """);
        Assert.Contains(Races("Sdca"), await project.Findings("KILN6"));
    }

    [Theory]
    [InlineData("Use(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { Shuffle = true }));",
        "Use(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { Shuffle = true, NumberOfThreads = 1 }));")]
    [InlineData("Use(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { NumberOfThreads = 8, Shuffle = true }));",
        "Use(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { NumberOfThreads = 1, Shuffle = true }));")]
    [InlineData("var o = new SdcaRegressionTrainer.Options(); Use(ml.Regression.Trainers.Sdca(o));",
        "var o = new SdcaRegressionTrainer.Options() { NumberOfThreads = 1 }; Use(ml.Regression.Trainers.Sdca(o));")]
    [InlineData("Use(ml.Regression.Trainers.Sdca());",
        "Use(ml.Regression.Trainers.Sdca(new Microsoft.ML.Trainers.SdcaRegressionTrainer.Options { NumberOfThreads = 1 }));")]
    [InlineData("Use(ml.Clustering.Trainers.KMeans(\"x\", numberOfClusters: 3));",
        "Use(ml.Clustering.Trainers.KMeans(new Microsoft.ML.Trainers.KMeansTrainer.Options { FeatureColumnName = \"x\", NumberOfClusters = 3, NumberOfThreads = 1 }));")]
    public async Task Fix_trains_on_one_thread(string bad, string good)
    {
        const string Context = "var ml = new MLContext(1); ";
        Assert.Contains(Context + good, await Statements.Project(Context + bad).Fixed("KILN6002"));
    }

    [Fact]
    public async Task Offers_nothing_where_threads_are_set_later() => Assert.Empty(await Statements.Project(
        "var ml = new MLContext(1); var o = new SdcaRegressionTrainer.Options(); o.NumberOfThreads = 2; Use(ml.Regression.Trainers.Sdca(o));")
        .Offered("KILN6002"));
}
