using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Training;

/// <summary>LightGBM's options, the same for every task: all are said aloud where ML.NET would choose by the number of rows, or otherwise than LightGBM.</summary>
static class LightGbmOptions
{
    public static void Apply<TOptions, TOutput, TTransformer, TModel>(
        LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase options, TaskKind task, bool weighted, int seed, int threads, BoostingSettings settings)
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
        where TOptions : LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase, new()
    {
        options.FeatureColumnName = ExampleView.Features;
        options.LabelColumnName = ExampleView.Label;
        options.ExampleWeightColumnName = weighted ? ExampleView.Weight : null;
        options.RowGroupColumnName = task == TaskKind.Ranking ? ExampleView.Query : null;
        options.NumberOfIterations = settings.Rounds;
        options.LearningRate = settings.LearningRate;
        options.NumberOfLeaves = settings.Leaves;
        options.MinimumExampleCountPerLeaf = settings.LeafRows;
        options.Booster = new GradientBooster.Options
        {
            SubsampleFraction = settings.RowShare,
            SubsampleFrequency = settings.RowShare < 1 ? 1 : 0,
            FeatureFraction = settings.FeatureShare,
            L2Regularization = settings.L2,
            // LightGBM's; ML.NET's is a hundred times that, which keeps the few rows of a rare class out of leaves of their own.
            MinimumChildWeight = 1e-3,
        };

        // Left alone, ML.NET switches these on above 50,000 rows: the same code would be another model on more data.
        options.UseCategoricalSplit = false;

        options.Seed = seed;
        options.NumberOfThreads = threads;
        options.Deterministic = true;
        options.ForceColumnWise = true;
    }

    /// <summary>What ML.NET's options have no name for.</summary>
    public static IReadOnlyDictionary<string, object> Native(BoostingSettings settings) =>
        settings.RandomSplits ? new Dictionary<string, object> { ["extra_trees"] = "true" } : new Dictionary<string, object>();

    /// <summary>The settings by the names under which ML.NET hands them to LightGBM, for boosters of rows that other settings have loaded.</summary>
    public static IReadOnlyDictionary<string, object> Parameters(BoostingSettings settings) => new Dictionary<string, object>(Native(settings))
    {
        ["learning_rate"] = settings.LearningRate,
        ["num_leaves"] = settings.Leaves,
        ["min_data_per_leaf"] = settings.LeafRows,
        ["subsample"] = settings.RowShare,
        ["subsample_freq"] = settings.RowShare < 1 ? 1 : 0,
        ["feature_fraction"] = settings.FeatureShare,
        ["reg_lambda"] = settings.L2,
    };
}
