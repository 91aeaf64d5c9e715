// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Yeast;

public class Cell
{
    [LoadColumn(0)] public float Mcg { get; set; }
    [LoadColumn(1)] public float Gvh { get; set; }
    [LoadColumn(2)] public float Alm { get; set; }
    [LoadColumn(3)] public string Site { get; set; } = "";
}

public class Trainer
{
    private readonly MLContext ml = new(seed: 55);

    public void Run(string path)
    {
        var cells = ml.Data.LoadFromTextFile<Cell>(path, ' ');
        var model = Train(cells);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(cells)); // KILN4007
        Console.WriteLine($"Micro accuracy {metrics.MicroAccuracy:P1}, log-loss {metrics.LogLoss:0.00}");
        Console.WriteLine(metrics.ConfusionMatrix.GetFormattedConfusionTable());
    }

    private ITransformer Train(IDataView cells)
    {
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Site")
            .Append(ml.Transforms.Concatenate("Features", "Mcg", "Gvh", "Alm"))
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.MulticlassClassification.Trainers.NaiveBayes())
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        return pipeline.Fit(cells);
    }
}
