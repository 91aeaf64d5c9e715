using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Training;

/// <summary>LightGBM's settings, the same for every task: its own defaults, said aloud where ML.NET would choose by the number of rows.</summary>
static class LightGbmSettings
{
    public static void Apply<TOptions, TOutput, TTransformer, TModel>(
        LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase options, int seed, int threads, TreeSize size)
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
        where TOptions : LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase, new()
    {
        options.FeatureColumnName = ExampleView.Features;
        options.LabelColumnName = ExampleView.Label;
        options.NumberOfIterations = size.Iterations;
        options.LearningRate = 0.1;
        options.NumberOfLeaves = size.Leaves;
        options.MinimumExampleCountPerLeaf = 20;

        // Left alone, ML.NET switches these on above 50,000 rows: the same code would be another model on more data.
        options.UseCategoricalSplit = false;

        options.Seed = seed;
        options.NumberOfThreads = threads;
        options.Deterministic = true;
        options.ForceColumnWise = true;
    }
}
