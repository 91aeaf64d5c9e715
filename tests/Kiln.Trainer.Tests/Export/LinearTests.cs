using Kiln.TrainerHost.Export;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Kiln.TrainerHost.Tests.Export;

public class LinearTests
{
    readonly MLContext ml = new(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_binary_model_predicts_the_same_in_all_three(bool meanVariance) => Check(
        ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfThreads = 1 }),
        meanVariance,
        ["Score", "Probability"]);

    [Fact]
    public void A_multiclass_model_predicts_the_same_in_all_three() => Check(
        ml.Transforms.Conversion.MapValueToKey("Label", "Species")
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 })),
        meanVariance: true,
        ["Score"]);

    [Fact]
    public void A_regression_model_predicts_the_same_in_all_three() => Check(
        ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { LabelColumnName = "Price", NumberOfThreads = 1 }),
        meanVariance: true,
        ["Score"]);

    void Check(IEstimator<ITransformer> trainer, bool meanVariance, string[] outputs)
    {
        var numbers = Customers.Inputs[..4];
        IEstimator<ITransformer> pipeline = ml.Transforms.ReplaceMissingValues(
            [.. numbers.Select(name => new InputOutputColumnPair(name, name))], Microsoft.ML.Transforms.MissingValueReplacingEstimator.ReplacementMode.Mean);
        pipeline = pipeline.Append(Customers.Encoded(ml)).Append(meanVariance
            ? ml.Transforms.NormalizeMeanVariance("Features")
            : ml.Transforms.NormalizeMinMax("Features"));
        var model = pipeline.Append(trainer).Fit(Customers.View(ml, 2_000, seed: 3));
        var rows = Customers.View(ml, 500, seed: 4);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, outputs);

        Assert.True(ParityCheck.Run(model, rows, outputs, onnx) > 500);
    }
}
