using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Export;

public class LightGbmTests
{
    readonly MLContext ml = new(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_binary_model_predicts_the_same_in_all_three(bool missing)
    {
        var options = new LightGbmBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfThreads = 1 };

        Check(ml.BinaryClassification.Trainers.LightGbm(options), missing, ["Score", "Probability"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_multiclass_model_predicts_the_same_in_all_three(bool softmax)
    {
        var options = new LightGbmMulticlassTrainer.Options { UseSoftmax = softmax, NumberOfThreads = 1 };
        var label = ml.Transforms.Conversion.MapValueToKey("Label", "Species");

        Check(label.Append(ml.MulticlassClassification.Trainers.LightGbm(options)), missing: true, ["Score"]);
    }

    [Fact]
    public void A_regression_model_predicts_the_same_in_all_three()
    {
        var options = new LightGbmRegressionTrainer.Options { LabelColumnName = "Price", NumberOfThreads = 1 };

        Check(ml.Regression.Trainers.LightGbm(options), missing: true, ["Score"]);
    }

    [Fact]
    public void A_thousand_trees_predict_the_same_in_all_three()
    {
        // ONNX Runtime adds 32-bit floats; with so many the rounding is worth more than 1e-6 of their sum.
        var options = new LightGbmBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfThreads = 1, NumberOfIterations = 1_000 };

        Check(ml.BinaryClassification.Trainers.LightGbm(options), missing: true, ["Score", "Probability"]);
    }

    void Check(IEstimator<ITransformer> trainer, bool missing, string[] outputs)
    {
        var model = BoosterTrainers.Replace(Customers.Encoded(ml).Append(trainer)).Fit(Customers.View(ml, 2_000, seed: 3, missing));
        var rows = Customers.View(ml, 500, seed: 4, missing);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, outputs);

        Assert.True(ParityCheck.Run(model, rows, outputs, onnx) > 500);
    }
}
