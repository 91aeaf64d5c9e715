// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Grapes;

public class Wine
{
    [LoadColumn(0)] public float Alcohol;
    [LoadColumn(1)] public float Hue;
    [LoadColumn(2)] public string Cultivar = "";
}

public class WinePrediction
{
    [ColumnName("PredictedLabel")] public string Cultivar = "";
    public float Score; // KILN2011
}

public class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 14);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Wine>("wine.csv", ',', true), 0.2);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Cultivar")
            .Append(ml.Transforms.Concatenate("Features", "Alcohol", "Hue"))
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MacroAccuracy);

        var engine = ml.Model.CreatePredictionEngine<Wine, WinePrediction>(model);
        var one = engine.Predict(new Wine { Alcohol = 13.2f, Hue = 1.04f });
        Console.WriteLine($"{one.Cultivar} ({one.Score:P0})");
    }
}
