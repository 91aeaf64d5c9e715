using Kiln.TrainerHost.Export;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.TrainerHost.Tests.Export;

public class LightGbmTests
{
    readonly MLContext ml = new(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_binary_model_predicts_the_same_in_all_three(bool missing)
    {
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfThreads = 1 });
        var (model, rows) = Fit(trainer, missing);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, ["Score", "Probability"]);

        Assert.True(ParityCheck.Run(model, rows, ["Score", "Probability"], onnx) > 500);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_multiclass_model_predicts_the_same_in_all_three(bool softmax)
    {
        var trainer = ml.Transforms.Conversion.MapValueToKey("Label", "Species")
            .Append(ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { LabelColumnName = "Label", UseSoftmax = softmax, NumberOfThreads = 1 }));
        var (model, rows) = Fit(trainer, missing: true);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, ["Score"]);

        Assert.True(ParityCheck.Run(model, rows, ["Score"], onnx) > 500);
    }

    [Fact]
    public void A_regression_model_predicts_the_same_in_all_three()
    {
        var trainer = ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = "Price", NumberOfThreads = 1 });
        var (model, rows) = Fit(trainer, missing: true);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, ["Score"]);

        Assert.True(ParityCheck.Run(model, rows, ["Score"], onnx) > 500);
    }

    (ITransformer Model, IDataView Rows) Fit(IEstimator<ITransformer> trainer, bool missing) =>
        (Customers.Encoded(ml).Append(trainer).Fit(Customers.View(ml, 2_000, seed: 3, missing)), Customers.View(ml, 500, seed: 4, missing));
}
