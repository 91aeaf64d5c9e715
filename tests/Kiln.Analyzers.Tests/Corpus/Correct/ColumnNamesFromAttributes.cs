// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Names;

public class Flower
{
    [LoadColumn(0), ColumnName("sepal_length")] public float SepalLength { get; set; }
    [LoadColumn(1), ColumnName("petal_length")] public float PetalLength { get; set; }
    [LoadColumn(2), ColumnName("species")] public string Species { get; set; } = "";
}

public class Prediction
{
    [ColumnName("PredictedLabel")] public string Name { get; set; } = "";
    [ColumnName("Score")] public float[] Probabilities { get; set; } = [];
    [NoColumn] public string? Note { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Flower>("flowers.csv", ',', true), 0.3);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("target", "species")
            .Append(ml.Transforms.Concatenate("numbers", "sepal_length", "petal_length"))
            .Append(ml.Transforms.NormalizeMinMax("numbers"))
            .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("target", "numbers"))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet), "target").MacroAccuracy);
        using var engine = ml.Model.CreatePredictionEngine<Flower, Prediction>(model);
        var answer = engine.Predict(new Flower { SepalLength = 5, PetalLength = 1.5f });
        answer.Note = answer.Probabilities.Max() < 0.6 ? "unsure" : null;
        Console.WriteLine($"{answer.Name} {answer.Note}");
    }
}
