using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Boosters;

/// <summary>Pipelines over <see cref="RefereeData"/> that end in LightGBM.</summary>
static class RefereeModel
{
    public static readonly string[] Tasks = ["binary", "multiclass", "regression"];

    public static string[] Outputs(string task) => task == "binary" ? ["Score", "Probability"] : ["Score"];

    public static IEstimator<ITransformer> Create(MLContext ml, string task, Action<Options>? change = null)
    {
        var options = new Options();
        change?.Invoke(options);
        return Create(ml, Trainer(ml, task, options));
    }

    /// <summary>What any trainer needs before it, and the trainer.</summary>
    public static IEstimator<ITransformer> Create(MLContext ml, IEstimator<ITransformer> trainer)
    {
        var kinds = ml.Data.LoadFromEnumerable(RefereeData.Kinds.Select(kind => new Key { Value = kind }));
        return ml.Transforms.Categorical.OneHotEncoding("kinds", "Kind", keyData: kinds)
            .Append(ml.Transforms.Conversion.MapValueToKey("ClassKey", "Class", keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue))
            .Append(ml.Transforms.Concatenate("Features", "A", "B", "C", "D", "kinds"))
            .Append(trainer);
    }

    static IEstimator<ITransformer> Trainer(MLContext ml, string task, Options options)
    {
        switch (task)
        {
            case "binary":
                return ml.BinaryClassification.Trainers.LightGbm(options.For(new LightGbmBinaryTrainer.Options { LabelColumnName = "Yes" }));
            case "multiclass":
                return ml.MulticlassClassification.Trainers.LightGbm(
                    options.For(new LightGbmMulticlassTrainer.Options { LabelColumnName = "ClassKey", UseSoftmax = options.Softmax }));
            case "one versus all":
                return ml.MulticlassClassification.Trainers.OneVersusAll(
                    ml.BinaryClassification.Trainers.LightGbm(options.For(new LightGbmBinaryTrainer.Options { LabelColumnName = "ClassKey" })), "ClassKey");
            default:
                return ml.Regression.Trainers.LightGbm(options.For(new LightGbmRegressionTrainer.Options { LabelColumnName = "Amount" }));
        }
    }

    sealed class Key
    {
        public string Value { get; set; } = "";
    }

    /// <summary>Settings that change how LightGBM's trees are to be read.</summary>
    public sealed class Options
    {
        public int Trees { get; set; } = 40;

        public bool Softmax { get; set; } = true;

        public bool ByCategory { get; set; }

        public bool ZeroIsMissing { get; set; }

        public bool HandlesMissing { get; set; } = true;

        public bool Dart { get; set; }

        public T For<T>(T options) where T : class
        {
            dynamic settings = options;
            settings.NumberOfIterations = Trees;
            settings.NumberOfThreads = 1;
            settings.Deterministic = true;
            settings.Seed = 1;
            settings.MinimumExampleCountPerLeaf = 5;
            settings.UseCategoricalSplit = ByCategory;
            settings.UseZeroAsMissingValue = ZeroIsMissing;
            settings.HandleMissingValue = HandlesMissing;
            if (Dart)
                settings.Booster = new DartBooster.Options();
            return options;
        }
    }
}
