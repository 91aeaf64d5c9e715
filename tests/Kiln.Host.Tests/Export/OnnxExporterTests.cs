using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Export;

public class OnnxExporterTests
{
    static readonly string[] Outputs = ["Score", "Probability"];

    [Fact]
    public void The_file_says_what_it_is_and_nothing_about_when_or_where()
    {
        var file = OnnxFile.Parse(Export(new MLContext(1), Small));

        Assert.Equal(7, file.IrVersion);
        Assert.Equal("Kiln", file.Producer);
        Assert.Equal(new Dictionary<string, long> { [""] = 12, ["ai.onnx.ml"] = 2 }, file.OperatorSets);
    }

    [Fact]
    public void Inputs_have_the_columns_names_and_an_output_that_would_hide_one_moves()
    {
        var file = OnnxFile.Parse(Export(new MLContext(1), Small));

        Assert.Equal(Customers.Inputs, file.Inputs);
        Assert.Equal(["Score.output", "Probability"], file.Outputs);
    }

    [Fact]
    public void Only_what_the_outputs_need_is_in_the_graph()
    {
        var file = OnnxFile.Parse(Export(new MLContext(1), Small));

        Assert.Equal(
            ["OneHotEncoder", "OneHotEncoder", "FeatureVectorizer", "TreeEnsembleRegressor", "Mul", "Add", "Sigmoid"],
            file.Nodes.Select(node => node.Operator));
        Assert.Equal(Customers.Payments, file.Nodes[1].Texts("cats_strings"));
    }

    [Fact]
    public void A_multiclass_model_ends_in_one_softmax()
    {
        var ml = new MLContext(1);
        var options = new LightGbmMulticlassTrainer.Options { UseSoftmax = true, NumberOfIterations = 5, NumberOfThreads = 1 };
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Species")
            .Append(Customers.Encoded(ml))
            .Append(ml.MulticlassClassification.Trainers.LightGbm(options));
        var rows = Customers.View(ml, 300, seed: 3);

        var file = OnnxFile.Parse(OnnxExporter.Export(BoosterTrainers.Replace(pipeline).Fit(rows), rows, Customers.Inputs, ["Score"]));

        Assert.Equal(
            [
                "OneHotEncoder", "OneHotEncoder", "FeatureVectorizer",
                "TreeEnsembleRegressor", "TreeEnsembleRegressor", "TreeEnsembleRegressor", "Concat", "Softmax",
            ],
            file.Nodes.Select(node => node.Operator));
        Assert.Equal(["Score.output"], file.Outputs);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes() =>
        Assert.Equal(Export(new MLContext(1), Small), Export(new MLContext(1), Small));

    [Fact]
    public void A_saved_and_loaded_model_gives_the_same_bytes()
    {
        var ml = new MLContext(1);
        var rows = Customers.View(ml, 300, seed: 3);
        var trainer = ml.BinaryClassification.Trainers.FastTree("Churned", numberOfTrees: 5);
        var model = Customers.Encoded(ml).Append(trainer).Fit(rows);
        using var saved = new MemoryStream();
        ml.Model.Save(model, rows.Schema, saved);
        saved.Position = 0;
        var loaded = new MLContext(2).Model.Load(saved, out _);

        var expected = OnnxExporter.Export(model, rows, Customers.Inputs, Outputs);
        Assert.Equal(expected, OnnxExporter.Export(loaded, rows, Customers.Inputs, Outputs));
    }

    [Fact]
    public void Trees_of_LightGBM_that_nobody_read_as_it_wrote_them_are_refused()
    {
        // ML.NET's reading sends missing values the wrong way at some thresholds, and what LightGBM wrote is gone.
        var ml = new MLContext(1);
        var rows = Customers.View(ml, 300, seed: 3);
        var model = Small(ml).Fit(rows);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, rows, Customers.Inputs, Outputs));

        Assert.StartsWith("LightGbmBinaryModelParameters was trained inside another estimator, ", error.Message);
        Assert.EndsWith("; append the trainer to the pipeline itself", error.Message);
    }

    [Fact]
    public void A_column_that_is_needed_and_no_input_is_named()
    {
        var ml = new MLContext(1);
        var rows = Customers.View(ml, 300, seed: 3);
        var model = BoosterTrainers.Replace(Small(ml)).Fit(rows);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, rows, Customers.Inputs[..5], Outputs));

        Assert.Equal(
            "the column '支付 方式', which OneHotEncodingTransformer needs, is not an input of the model and nothing in the pipeline creates it; "
                + "leave it out: at prediction time only the inputs exist, not the label",
            error.Message);
    }

    [Fact]
    public void An_input_that_the_model_ignores_stays_an_input()
    {
        var ml = new MLContext(1);
        var rows = Customers.View(ml, 300, seed: 3);
        var model = BoosterTrainers.Replace(ml.Transforms.Concatenate("Features", Customers.Inputs[0]).Append(Trainer(ml))).Fit(rows);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, Outputs);

        Assert.Equal(Customers.Inputs, OnnxFile.Parse(onnx).Inputs);
        Assert.True(ParityCheck.Run(model, rows, Outputs, onnx) > 300);
    }

    [Fact]
    public void Trees_without_a_branch_predict_the_same_in_all_three()
    {
        // LightGBM gives up at once when there is nothing to split on, and ML.NET keeps its empty trees.
        var ml = new MLContext(1);
        var labels = Customers.Rows(40, seed: 3).Select(row => row.Churned);
        var rows = ml.Data.LoadFromEnumerable(labels.Select(label => new CustomerRow { Size = 1, Contract = "One year", Churned = label }));
        var model = BoosterTrainers.Replace(Small(ml)).Fit(rows);

        var onnx = OnnxExporter.Export(model, rows, Customers.Inputs, Outputs);

        Assert.True(ParityCheck.Run(model, rows, Outputs, onnx) > 40);
    }

    static byte[] Export(MLContext ml, Func<MLContext, IEstimator<ITransformer>> pipeline)
    {
        var rows = Customers.View(ml, 300, seed: 3);
        return OnnxExporter.Export(BoosterTrainers.Replace(pipeline(ml)).Fit(rows), rows, Customers.Inputs, Outputs);
    }

    static IEstimator<ITransformer> Small(MLContext ml) => Customers.Encoded(ml).Append(Trainer(ml));

    static IEstimator<ITransformer> Trainer(MLContext ml) => ml.BinaryClassification.Trainers.LightGbm(
        new LightGbmBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfIterations = 5, NumberOfThreads = 1 });
}
