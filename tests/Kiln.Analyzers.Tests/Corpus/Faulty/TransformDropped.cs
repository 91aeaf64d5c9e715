// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Dropped.Views;

public class Row
{
    [LoadColumn(0)] public string Text { get; set; } = "";
    [LoadColumn(1)] public bool Label { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Row>("train.tsv");
        var test = ml.Data.LoadFromTextFile<Row>("test.tsv");

        var text = ml.Transforms.Text.FeaturizeText("Features", "Text").Fit(train);
        var features = text.Transform(train);
        text.Transform(test); // KILN4010

        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(features);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(text.Transform(test)));
        Console.WriteLine(metrics.F1Score);
    }
}
