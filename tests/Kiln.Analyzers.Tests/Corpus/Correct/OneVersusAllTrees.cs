// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Ova;

public class Shot
{
    [LoadColumn(0)] public float Angle { get; set; }
    [LoadColumn(1)] public float Distance { get; set; }
    [LoadColumn(2)] public string Outcome { get; set; } = "";
}

public class ShotPrediction
{
    [ColumnName("PredictedLabel")] public string Outcome { get; set; } = "";
    public float[] Score { get; set; } = [];
}

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Shot>(args[0], ',', true), 0.2);
        var binary = ml.BinaryClassification.Trainers.FastTree();
        var pipeline = ml.Transforms.Concatenate("Features", "Angle", "Distance")
            .Append(ml.Transforms.Conversion.MapValueToKey("Label", "Outcome"))
            .Append(ml.MulticlassClassification.Trainers.OneVersusAll(binary))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"{metrics.MacroAccuracy:0.000}, log-loss reduction {metrics.LogLossReduction:0.000}");
        using var engine = ml.Model.CreatePredictionEngine<Shot, ShotPrediction>(model);
        Console.WriteLine(engine.Predict(new Shot { Angle = 30, Distance = 11 }).Outcome);
    }
}
