using Kiln.Contracts.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms;

namespace Kiln.TrainerHost.Training;

/// <summary>
/// The pipeline of a model that brings none: numbers as they are, categories as one-hot, into the chosen trainer.
/// Whatever could differ between two runs or two machines is said, not left to a default.
/// </summary>
static class DefaultPipeline
{
    /// <summary>The column of all features.</summary>
    public const string Features = "\u0001Features";

    /// <summary>What is left to do where the export of this pipeline is wrong: none of its steps is the user's.</summary>
    public static string Remedy(ModelDefinition model) =>
        "this is a fault of Kiln, not of the project or its data: report it with this message; until then another trainer may do: Trainer = Trainer."
        + (model.Trainer == nameof(Trainer.Linear) ? nameof(Trainer.LightGbm) : nameof(Trainer.Linear));

    public static IEstimator<ITransformer> Create(MLContext ml, ModelDefinition model, Examples examples, int threads)
    {
        IEstimator<ITransformer> pipeline = new EstimatorChain<ITransformer>();
        var columns = new List<string>();
        foreach (var input in examples.Inputs)
        {
            if (!input.IsText)
            {
                columns.Add(input.Name);
                continue;
            }
            var encoded = "\u0001" + input.Name;
            pipeline = pipeline.Append(OneHot(ml, encoded, input));
            columns.Add(encoded);
        }
        pipeline = pipeline.Append(ml.Transforms.Concatenate(Features, [.. columns]));
        return model.Trainer == nameof(Trainer.Linear)
            ? Linear(ml, pipeline, examples.Shape.Task)
            : pipeline.Append(LightGbm(ml, examples.Shape.Task, model.Seed, threads));
    }

    /// <summary>The categories are the contract's, not the ones that happen to be in the training rows.</summary>
    static IEstimator<ITransformer> OneHot(MLContext ml, string output, ModelInput input)
    {
        var values = ml.Data.LoadFromEnumerable(input.Column.Values.Select(value => new CategoryValue { Value = value }));
        return ml.Transforms.Categorical.OneHotEncoding(output, input.Name, keyData: values);
    }

    static IEstimator<ITransformer> LightGbm(MLContext ml, TaskKind task, int seed, int threads)
    {
        switch (task)
        {
            case TaskKind.BinaryClassification:
                var binary = new LightGbmBinaryTrainer.Options();
                LightGbmSettings.Apply(binary, seed, threads);
                return ml.BinaryClassification.Trainers.LightGbm(binary);
            case TaskKind.MulticlassClassification:
                // Softmax over all classes, not one yes-or-no model a class: left alone, ML.NET chooses by the number of rows.
                var multiclass = new LightGbmMulticlassTrainer.Options { UseSoftmax = true };
                LightGbmSettings.Apply(multiclass, seed, threads);
                return ml.MulticlassClassification.Trainers.LightGbm(multiclass);
            default:
                var regression = new LightGbmRegressionTrainer.Options();
                LightGbmSettings.Apply(regression, seed, threads);
                return ml.Regression.Trainers.LightGbm(regression);
        }
    }

    static IEstimator<ITransformer> Linear(MLContext ml, IEstimator<ITransformer> pipeline, TaskKind task)
    {
        var scaled = pipeline
            .Append(ml.Transforms.ReplaceMissingValues(Features, Features, MissingValueReplacingEstimator.ReplacementMode.Mean))
            .Append(ml.Transforms.NormalizeMeanVariance(Features, Features));
        // One thread: several make SDCA another model at every run (dotnet/machinelearning#5754).
        return task switch
        {
            TaskKind.BinaryClassification => scaled.Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(
                new SdcaLogisticRegressionBinaryTrainer.Options { FeatureColumnName = Features, LabelColumnName = ExampleView.Label, NumberOfThreads = 1 })),
            TaskKind.MulticlassClassification => scaled.Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(
                new SdcaMaximumEntropyMulticlassTrainer.Options { FeatureColumnName = Features, LabelColumnName = ExampleView.Label, NumberOfThreads = 1 })),
            _ => scaled.Append(ml.Regression.Trainers.Sdca(
                new SdcaRegressionTrainer.Options { FeatureColumnName = Features, LabelColumnName = ExampleView.Label, NumberOfThreads = 1 })),
        };
    }

    sealed class CategoryValue
    {
        public string Value { get; set; } = "";
    }
}
