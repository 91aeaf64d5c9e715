using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Training;

/// <summary>FastTree's settings, the same for every task and those of LightGBM where both have them.</summary>
static class FastTreeSettings
{
    public static IEstimator<ITransformer> Trainer(MLContext ml, TaskKind task, int seed, int threads, TreeSize size)
    {
        switch (task)
        {
            case TaskKind.BinaryClassification:
                return ml.BinaryClassification.Trainers.FastTree(Options<FastTreeBinaryTrainer.Options>(seed, threads, size));
            case TaskKind.MulticlassClassification:
                var binary = ml.BinaryClassification.Trainers.FastTree(Options<FastTreeBinaryTrainer.Options>(seed, threads, size));
                return ml.MulticlassClassification.Trainers.OneVersusAll(binary, ExampleView.Label);
            default:
                return ml.Regression.Trainers.FastTree(Options<FastTreeRegressionTrainer.Options>(seed, threads, size));
        }
    }

    static TOptions Options<TOptions>(int seed, int threads, TreeSize size) where TOptions : BoostedTreeOptions, new() => new()
    {
        FeatureColumnName = ExampleView.Features,
        LabelColumnName = ExampleView.Label,
        NumberOfTrees = size.Iterations,
        LearningRate = 0.1,
        NumberOfLeaves = size.Leaves,
        MinimumExampleCountPerLeaf = 20,
        Seed = seed,
        FeatureSelectionSeed = seed,
        NumberOfThreads = threads,
        // Left alone, it depends on the length of the data.
        DiskTranspose = false,
    };
}
