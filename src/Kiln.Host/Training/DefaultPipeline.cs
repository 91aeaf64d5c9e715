using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Kiln.Host.Training.Linear;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms;

namespace Kiln.Host.Training;

/// <summary>
/// The pipeline of a model that brings none: numbers as they are, categories as one-hot, into the chosen trainer.
/// Whatever could differ between two runs or two machines is said, not left to a default.
/// </summary>
static class DefaultPipeline
{
    /// <summary>The column of all numbers, where they are treated together.</summary>
    const string Numbers = "\u0001Numbers";

    /// <summary>Of each number 1 where it is missing.</summary>
    const string Missing = "\u0001Missing";

    /// <summary>Values of which one thread makes a tree as fast as several.</summary>
    const int FewValues = 200_000;

    /// <summary>What is left to do where the export of this pipeline is wrong: none of its steps is the user's.</summary>
    public static string Remedy(ModelDefinition model) =>
        "this is a bug in Kiln, not of the project or its data: report it with this message; until it is fixed, another trainer may work: Trainer = Trainer."
        + (model.Trainer == nameof(Trainer.Linear) ? nameof(Trainer.LightGbm) : nameof(Trainer.Linear));

    /// <param name="rows">What the rows' order and their folds follow from.</param>
    /// <param name="training">Those to learn from.</param>
    public static DefaultModel Fit(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, int threads)
    {
        if (model.Trainer is not (nameof(Trainer.Linear) or nameof(Trainer.FastTree)))
            return FitLightGbm(ml, model.Seed, rows, training, threads);
        return new(Fit(ml, model, rows.Examples, training, threads, BoostingSettings.Plain), BoostingSettings.Plain, null);
    }

    /// <param name="settings">Of trees, where the trainer grows any.</param>
    public static ITransformer Fit(MLContext ml, ModelDefinition model, ExampleSet examples, int[] training, int threads, BoostingSettings settings)
    {
        var view = new ExampleView(examples, training);
        return model.Trainer switch
        {
            nameof(Trainer.Linear) => FitLinear(ml, examples, view),
            nameof(Trainer.FastTree) => FitFastTree(ml, model.Seed, examples, view, threads, settings),
            _ => LightGbmFeatures(ml, examples).Append(LightGbm(ml, examples.Shape.Task, model.Seed, threads, settings)).Fit(view),
        };
    }

    /// <summary>The model is the same; threads that wait for each other in each of thousands of rounds cost more than they gain.</summary>
    public static int UsefulThreads(int threads, int rows, ExampleSet examples) => (long)rows * examples.Inputs.Count < FewValues ? 1 : threads;

    /// <summary>First how many rounds are enough, then that many with all rows.</summary>
    static DefaultModel FitLightGbm(MLContext ml, int seed, ModelRows rows, int[] training, int threads)
    {
        var view = new ExampleView(rows.Examples, training);
        var features = LightGbmFeatures(ml, rows.Examples).Fit(view);
        var (task, classes) = (rows.Examples.Shape.Task, rows.Examples.Shape.Classes.Count);
        var settings = BoostingSettings.For(training.Length, task == TaskKind.MulticlassClassification ? classes : 1);
        threads = UsefulThreads(threads, training.Length, rows.Examples);
        settings = settings with { Rounds = RoundSearch.Find((IBoosterTrainer)LightGbm(ml, task, seed, threads, settings), features, rows, training, settings.Rounds) };
        return new(features.Append(LightGbm(ml, task, seed, threads, settings).Fit(features.Transform(view))), settings, new(settings.Rounds, settings.Leaves, settings.LearningRate));
    }

    /// <summary>Trees take numbers as they are, missing ones too, and in the inputs' order.</summary>
    static IEstimator<ITransformer> LightGbmFeatures(MLContext ml, ExampleSet examples) => OneHots(ml, examples)
        .Append<ITransformer>(ml.Transforms.Concatenate(ExampleView.Features, [.. examples.Inputs.Select(input => input.IsText ? Encoded(input) : input.Name)]));

    /// <summary>Numbers in units of their own spread around their mean, which also stands for the missing ones.</summary>
    static ITransformer FitLinear(MLContext ml, ExampleSet examples, ExampleView training)
    {
        IEstimator<ITransformer> pipeline = OneHots(ml, examples);
        var columns = examples.Inputs.Where(input => input.IsText).Select(Encoded).ToList();
        if (examples.Inputs.Any(input => !input.IsText))
        {
            columns.Insert(0, Numbers);
            pipeline = pipeline
                .Append(ml.Transforms.Concatenate(Numbers, [.. examples.Inputs.Where(input => !input.IsText).Select(input => input.Name)]))
                .Append(ml.Transforms.ReplaceMissingValues(Numbers, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean))
                .Append(ml.Transforms.NormalizeMeanVariance(Numbers, fixZero: false));
        }
        var features = pipeline.Append<ITransformer>(ml.Transforms.Concatenate(ExampleView.Features, [.. columns])).Fit(training);
        var shape = examples.Shape;
        return features.Append(LinearTraining.Fit(ml, features.Transform(training), shape.Task, shape.Classes.Count));
    }

    /// <summary>ML.NET's own trees leave out every training row that misses a number, so none may: another column says that it did.</summary>
    static ITransformer FitFastTree(MLContext ml, int seed, ExampleSet examples, ExampleView training, int threads, BoostingSettings settings)
    {
        IEstimator<ITransformer> pipeline = OneHots(ml, examples);
        var columns = examples.Inputs.Where(input => input.IsText).Select(Encoded).ToList();
        if (examples.Inputs.Any(input => !input.IsText))
        {
            columns.InsertRange(0, [Numbers, Missing]);
            pipeline = pipeline
                .Append(ml.Transforms.Concatenate(Numbers, [.. examples.Inputs.Where(input => !input.IsText).Select(input => input.Name)]))
                .Append(ml.Transforms.IndicateMissingValues(Missing, Numbers))
                .Append(ml.Transforms.Conversion.ConvertType(Missing))
                .Append(ml.Transforms.ReplaceMissingValues(Numbers, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean));
        }
        return pipeline
            .Append(ml.Transforms.Concatenate(ExampleView.Features, [.. columns]))
            .Append(FastTreeOptions.Trainer(ml, examples.Shape.Task, seed, threads, settings))
            .Fit(training);
    }

    static EstimatorChain<ITransformer> OneHots(MLContext ml, ExampleSet examples) => examples.Inputs.Where(input => input.IsText)
        .Aggregate(new EstimatorChain<ITransformer>(), (chain, input) => chain.Append(OneHot(ml, input)));

    /// <summary>No name a column of all has: an input may be called 'Label'.</summary>
    static string Encoded(ModelInput input) => "\u0002" + input.Name;

    /// <summary>The categories are the contract's, not the ones that happen to be in the training rows.</summary>
    static IEstimator<ITransformer> OneHot(MLContext ml, ModelInput input)
    {
        var values = ml.Data.LoadFromEnumerable(input.Column.Values.Select(value => new CategoryValue { Value = value }));
        return ml.Transforms.Categorical.OneHotEncoding(Encoded(input), input.Name, keyData: values);
    }

    static IEstimator<ITransformer> LightGbm(MLContext ml, TaskKind task, int seed, int threads, BoostingSettings settings)
    {
        switch (task)
        {
            case TaskKind.BinaryClassification:
                // LightGBM's steepness of the curve from scores to probabilities; with ML.NET's every regularisation would weigh four times as much.
                var binary = new LightGbmBinaryTrainer.Options { Sigmoid = 1 };
                LightGbmOptions.Apply(binary, seed, threads, settings);
                return BoosterTrainers.Replace(ml.BinaryClassification.Trainers.LightGbm(binary));
            case TaskKind.MulticlassClassification:
                // Softmax over all classes, not one yes-or-no model a class: left alone, ML.NET chooses by the number of rows.
                var multiclass = new LightGbmMulticlassTrainer.Options { UseSoftmax = true };
                LightGbmOptions.Apply(multiclass, seed, threads, settings);
                return BoosterTrainers.Replace(ml.MulticlassClassification.Trainers.LightGbm(multiclass));
            default:
                var regression = new LightGbmRegressionTrainer.Options();
                LightGbmOptions.Apply(regression, seed, threads, settings);
                return BoosterTrainers.Replace(ml.Regression.Trainers.LightGbm(regression));
        }
    }

    sealed class CategoryValue
    {
        public string Value { get; set; } = "";
    }
}
