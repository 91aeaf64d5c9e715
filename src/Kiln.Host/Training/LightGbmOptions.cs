using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Training;

/// <summary>LightGBM's options, the same for every task: all are said aloud where ML.NET would choose by the number of rows, or otherwise than LightGBM.</summary>
static class LightGbmOptions
{
    public static void Apply<TOptions, TOutput, TTransformer, TModel>(
        LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase options, int seed, int threads, BoostingSettings settings)
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
        where TOptions : LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase, new()
    {
        options.FeatureColumnName = ExampleView.Features;
        options.LabelColumnName = ExampleView.Label;
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
}
