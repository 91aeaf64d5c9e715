using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Kiln.Host.Tests.Export;

/// <summary>Fitted pipelines by name, over <see cref="Customers"/>: prepared for any trainer, and one step to look at.</summary>
static class Pipelines
{
    static readonly string[] Numbers = Customers.Inputs[..4];

    static readonly string[] ReplacesFeatures =
    [
        "Project", "NormalizeBinning", "NormalizeLogMeanVariance", "NormalizeLpNorm",
        "SelectFeaturesBasedOnCount", "SelectFeaturesBasedOnMutualInformation",
    ];

    public static ITransformer Fit(MLContext ml, string name)
    {
        var prepared = ml.Transforms
            .ReplaceMissingValues(
                [.. Numbers.Select(column => new InputOutputColumnPair(column))], MissingValueReplacingEstimator.ReplacementMode.Mean)
            .Append(Customers.Encoded(ml))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var step = Binary(ml, name) ?? Multiclass(ml, name) ?? Regression(ml, name) ?? Transform(ml, name);
        Assert.NotNull(step);
        return prepared.Append(step).Fit(Customers.View(ml, 600, seed: 3));
    }

    public static string[] Outputs(ITransformer model, IDataView rows) =>
        model.Transform(rows).Schema.GetColumnOrNull("Probability") is null ? ["Score"] : ["Score", "Probability"];

    static IEstimator<ITransformer>? Binary(MLContext ml, string name)
    {
        var trainers = ml.BinaryClassification.Trainers;
        var calibrators = ml.BinaryClassification.Calibrators;
        return name switch
        {
            "AveragedPerceptron" => trainers.AveragedPerceptron("Churned"),
            "SgdCalibrated" => trainers.SgdCalibrated("Churned"),
            "LbfgsLogisticRegression" => trainers.LbfgsLogisticRegression("Churned"),
            "LinearSvm" => trainers.LinearSvm("Churned"),
            "SdcaNonCalibrated" => trainers.SdcaNonCalibrated("Churned", maximumNumberOfIterations: 5),
            "FastTree" => trainers.FastTree("Churned", numberOfTrees: 20),
            "FastForest" => trainers.FastForest("Churned", numberOfTrees: 20),
            "Gam" => trainers.Gam("Churned", numberOfIterations: 10),
            "LdSvm" => trainers.LdSvm("Churned"),
            "FieldAwareFactorizationMachine" => trainers.FieldAwareFactorizationMachine("Features", "Churned"),
            "Platt" => trainers.AveragedPerceptron("Churned").Append(calibrators.Platt("Churned")),
            "Naive" => trainers.AveragedPerceptron("Churned").Append(calibrators.Naive("Churned")),
            "Isotonic" => trainers.AveragedPerceptron("Churned").Append(calibrators.Isotonic("Churned")),
            _ => null,
        };
    }

    static IEstimator<ITransformer>? Multiclass(MLContext ml, string name)
    {
        var trainers = ml.MulticlassClassification.Trainers;
        var binary = ml.BinaryClassification.Trainers;
        IEstimator<ITransformer>? trainer = name switch
        {
            "SdcaMaximumEntropy" => trainers.SdcaMaximumEntropy(maximumNumberOfIterations: 5),
            "SdcaNonCalibratedMulticlass" => trainers.SdcaNonCalibrated(maximumNumberOfIterations: 5),
            "LbfgsMaximumEntropy" => trainers.LbfgsMaximumEntropy(),
            "NaiveBayes" => trainers.NaiveBayes(),
            "OneVersusAll of trees" => trainers.OneVersusAll(binary.FastTree(numberOfTrees: 20)),
            "OneVersusAll of perceptrons" => trainers.OneVersusAll(binary.AveragedPerceptron()),
            "OneVersusAll of margins" => trainers.OneVersusAll(binary.AveragedPerceptron(), useProbabilities: false),
            "PairwiseCoupling" => trainers.PairwiseCoupling(binary.AveragedPerceptron()),
            _ => null,
        };
        return trainer is null ? null : ml.Transforms.Conversion.MapValueToKey("Label", "Species").Append(trainer);
    }

    static IEstimator<ITransformer>? Regression(MLContext ml, string name)
    {
        var trainers = ml.Regression.Trainers;
        return name switch
        {
            "OnlineGradientDescent" => trainers.OnlineGradientDescent("Price"),
            "LbfgsPoissonRegression" => trainers.LbfgsPoissonRegression("Add"),
            "FastTreeRegression" => trainers.FastTree("Price", numberOfTrees: 20),
            "FastTreeTweedie" => trainers.FastTreeTweedie("Price", numberOfTrees: 20),
            "FastForestRegression" => trainers.FastForest("Price", numberOfTrees: 20),
            "GamRegression" => trainers.Gam("Price", numberOfIterations: 10),
            _ => null,
        };
    }

    static IEstimator<ITransformer>? Transform(MLContext ml, string name)
    {
        var transforms = ml.Transforms;
        IEstimator<ITransformer>? step = name switch
        {
            "Project" => transforms.ProjectToPrincipalComponents("Features", rank: 4),
            "NormalizeBinning" => transforms.NormalizeBinning("Features"),
            "NormalizeLogMeanVariance" => transforms.NormalizeLogMeanVariance("Features"),
            "NormalizeLpNorm" => transforms.NormalizeLpNorm("Features"),
            "SelectFeaturesBasedOnCount" => transforms.FeatureSelection.SelectFeaturesBasedOnCount("Features", count: 300),
            "SelectFeaturesBasedOnMutualInformation" =>
                transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", "Features", "Churned", slotsInOutput: 4),
            "IndicateMissingValues" => transforms.IndicateMissingValues("gap", Customers.Inputs[0])
                .Append(transforms.Conversion.ConvertType("more", "gap", DataKind.Single)),
            "OneHotEncoding learnt from data" => transforms.Categorical.OneHotEncoding("more", "Contract"),
            "OneHotEncoding as bag" => transforms.Categorical.OneHotEncoding("more", "Contract", OneHotEncodingEstimator.OutputKind.Bag),
            "OneHotEncoding as binary" =>
                transforms.Categorical.OneHotEncoding("more", "Contract", OneHotEncodingEstimator.OutputKind.Binary),
            "OneHotHashEncoding" => transforms.Categorical.OneHotHashEncoding("more", "Contract"),
            "MapValue" =>
                transforms.Conversion.MapValue("more", new Dictionary<string, float> { ["One year"] = 1, ["Two years"] = 2 }, "Contract"),
            "FeaturizeText" => transforms.Text.FeaturizeText("more", "Contract"),
            "Expression" => transforms.Expression("more", "x => x * 2", "Add"),
            "ReplaceMissingValues swapping columns" => transforms
                .ReplaceMissingValues([new("Add", "MulNodeOutput"), new("MulNodeOutput", "Add")], MissingValueReplacingEstimator.ReplacementMode.Mean)
                .Append(transforms.Concatenate("more", "Add", "MulNodeOutput")),
            "CopyColumns" => transforms.CopyColumns("more", "Add"),
            _ => null,
        };
        if (step is null)
            return null;
        if (!ReplacesFeatures.Contains(name))
            step = step.Append(transforms.Concatenate("Features", "Features", "more"));
        var options = new SdcaRegressionTrainer.Options { LabelColumnName = "Price", MaximumNumberOfIterations = 5 };
        return step.Append(ml.Regression.Trainers.Sdca(options));
    }
}
