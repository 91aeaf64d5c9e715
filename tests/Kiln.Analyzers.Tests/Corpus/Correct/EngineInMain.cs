// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Interactive;

public class Penguin
{
    [LoadColumn(0)] public string Species { get; set; } = "";
    [LoadColumn(1)] public float Bill { get; set; }
    [LoadColumn(2)] public float Mass { get; set; }
}

public class Guess
{
    [ColumnName("PredictedLabel")] public string Species { get; set; } = "";
}

internal static class Program
{
    private static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Penguin>("penguins.csv", ',', true), 0.2);
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "Species")
            .Append(ml.Transforms.Concatenate("Features", "Bill", "Mass"))
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.MulticlassClassification.Trainers.NaiveBayes())
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);

        var engine = ml.Model.CreatePredictionEngine<Penguin, Guess>(model);
        for (var line = Console.ReadLine(); !string.IsNullOrEmpty(line); line = Console.ReadLine())
        {
            var parts = line.Split(' ');
            Console.WriteLine(engine.Predict(new Penguin { Bill = float.Parse(parts[0]), Mass = float.Parse(parts[1]) }).Species);
        }
    }
}
