using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Export;

public class CategoricalSplitTests
{
    readonly MLContext ml = new(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_forest_of_many_rows_predicts_the_same_with_and_without_them(bool categorical)
    {
        // Above 50,000 rows LightGBM splits on sets of categories unless told.
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = "Churned",
            NumberOfIterations = 20,
            UseCategoricalSplit = categorical,
            NumberOfThreads = 1,
        });
        var model = BoosterTrainers.Replace(Customers.Encoded(ml).Append(trainer)).Fit(Customers.View(ml, 51_000, seed: 3));
        var rows = Customers.View(ml, 500, seed: 4);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, ["Score", "Probability"]);

        var trees = OnnxFile.Parse(onnx).Nodes.Single(node => node.Operator == "TreeEnsembleRegressor");
        Assert.Equal(categorical, trees.Texts("nodes_modes").Contains("BRANCH_GT"));
        Assert.True(ParityCheck.Run(model, rows, ["Score", "Probability"], onnx) > 500);
    }
}
