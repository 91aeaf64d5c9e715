#pragma warning disable CS1591

namespace Microsoft.ML.AutoML
{
    using Microsoft.ML.Data;

    public static class MLContextExtension
    {
        public static AutoCatalog Auto(this MLContext mlContext) => new();
    }

    public abstract class ExperimentSettings
    {
        public uint MaxExperimentTimeInSeconds { get; set; }

        public uint? MaxModels { get; set; }
    }

    public sealed class BinaryExperimentSettings : ExperimentSettings;

    public sealed class RegressionExperimentSettings : ExperimentSettings;

    public sealed class AutoCatalog
    {
        public ExperimentBase<BinaryClassificationMetrics> CreateBinaryClassificationExperiment(uint maxExperimentTimeInSeconds) => new();

        public ExperimentBase<BinaryClassificationMetrics> CreateBinaryClassificationExperiment(BinaryExperimentSettings settings) => new();

        public ExperimentBase<RegressionMetrics> CreateRegressionExperiment(uint maxExperimentTimeInSeconds) => new();

        public ExperimentBase<RegressionMetrics> CreateRegressionExperiment(RegressionExperimentSettings settings) => new();

        public AutoMLExperiment CreateExperiment() => new();
    }

    public sealed class ExperimentBase<TMetrics>
    {
        public ExperimentResult<TMetrics> Execute(IDataView trainData, string labelColumnName = "Label") => new();
    }

    public sealed class ExperimentResult<TMetrics>
    {
        public RunDetail<TMetrics> BestRun => throw new NotSupportedException();
    }

    public sealed class RunDetail<TMetrics>
    {
        public ITransformer Model => throw new NotSupportedException();

        public IEstimator<ITransformer> Estimator => throw new NotSupportedException();
    }

    public sealed class AutoMLExperiment
    {
        public AutoMLExperiment SetTrainingTimeInSeconds(uint trainingTimeInSeconds) => this;

        public AutoMLExperiment SetMaxModelToExplore(int maxModel) => this;

        public Task<TrialResult> RunAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    public sealed class TrialResult
    {
        public ITransformer Model => throw new NotSupportedException();
    }
}
