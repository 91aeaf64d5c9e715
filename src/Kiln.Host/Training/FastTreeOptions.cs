using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Training;

/// <summary>FastTree's options, the same for every task.</summary>
static class FastTreeOptions
{
    public static IEstimator<ITransformer> Trainer(MLContext ml, ModelShape shape, int seed, int threads, BoostingSettings settings)
    {
        switch (shape.Task)
        {
            case TaskKind.BinaryClassification:
                return ml.BinaryClassification.Trainers.FastTree(Options<FastTreeBinaryTrainer.Options>(shape, seed, threads, settings));
            case TaskKind.MulticlassClassification:
                var binary = ml.BinaryClassification.Trainers.FastTree(Options<FastTreeBinaryTrainer.Options>(shape, seed, threads, settings));
                return ml.MulticlassClassification.Trainers.OneVersusAll(binary, ExampleView.Label);
            case TaskKind.Ranking:
                var ranking = Options<FastTreeRankingTrainer.Options>(shape, seed, threads, settings);
                ranking.CustomGains = [.. RelevanceGain.Levels.Select(gain => (double)gain)];
                ranking.RowGroupColumnName = ExampleView.Query;
                return ml.Ranking.Trainers.FastTree(ranking);
            default:
                return ml.Regression.Trainers.FastTree(Options<FastTreeRegressionTrainer.Options>(shape, seed, threads, settings));
        }
    }

    static TOptions Options<TOptions>(ModelShape shape, int seed, int threads, BoostingSettings settings) where TOptions : BoostedTreeOptions, new() => new()
    {
        FeatureColumnName = ExampleView.Features,
        LabelColumnName = ExampleView.Label,
        ExampleWeightColumnName = shape.Weight is null ? null : ExampleView.Weight,
        NumberOfTrees = settings.Rounds,
        LearningRate = settings.LearningRate,
        NumberOfLeaves = settings.Leaves,
        MinimumExampleCountPerLeaf = settings.LeafRows,
        Seed = seed,
        FeatureSelectionSeed = seed,
        NumberOfThreads = threads,
        // Left alone, it depends on the length of the data.
        DiskTranspose = false,
    };
}
