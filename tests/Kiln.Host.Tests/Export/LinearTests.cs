using Kiln.Host.Export;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Kiln.Host.Tests.Export;

public class LinearTests
{
    readonly MLContext ml = new(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_binary_model_predicts_the_same_in_all_three(bool meanVariance)
    {
        var options = new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfThreads = 1 };

        Check(ml.BinaryClassification.Trainers.SdcaLogisticRegression(options), meanVariance, ["Score", "Probability"]);
    }

    [Fact]
    public void A_multiclass_model_predicts_the_same_in_all_three()
    {
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 };
        var label = ml.Transforms.Conversion.MapValueToKey("Label", "Species");

        Check(label.Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(options)), meanVariance: true, ["Score"]);
    }

    [Fact]
    public void A_regression_model_predicts_the_same_in_all_three()
    {
        var options = new SdcaRegressionTrainer.Options { LabelColumnName = "Price", NumberOfThreads = 1 };

        Check(ml.Regression.Trainers.Sdca(options), meanVariance: true, ["Score"]);
    }

    void Check(IEstimator<ITransformer> trainer, bool meanVariance, string[] outputs)
    {
        IEstimator<ITransformer> pipeline = ml.Transforms.ReplaceMissingValues(
            [.. Customers.Inputs[..4].Select(name => new InputOutputColumnPair(name))],
            MissingValueReplacingEstimator.ReplacementMode.Mean);
        pipeline = pipeline.Append(Customers.Encoded(ml)).Append(meanVariance
            ? ml.Transforms.NormalizeMeanVariance("Features")
            : ml.Transforms.NormalizeMinMax("Features"));
        var model = pipeline.Append(trainer).Fit(Customers.View(ml, 2_000, seed: 3));
        var rows = Customers.View(ml, 500, seed: 4);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, outputs);

        Assert.True(ParityCheck.Run(model, rows, outputs, onnx) > 500);
    }
}
