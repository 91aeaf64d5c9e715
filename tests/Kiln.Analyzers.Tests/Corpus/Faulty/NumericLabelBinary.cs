// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Heart;

public class HeartData
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public float Cholesterol { get; set; }
    [LoadColumn(2)] public float MaxRate { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}

class Program
{
    static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var train = mlContext.Data.LoadFromTextFile<HeartData>("heart-train.csv", ';', true);
        var test = mlContext.Data.LoadFromTextFile<HeartData>("heart-test.csv", ';', true);

        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Cholesterol", "MaxRate")
            .Append(mlContext.BinaryClassification.Trainers.FastTree("Label", "Features")); // KILN2002
        var model = pipeline.Fit(train);

        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(test), "Label", "Score");
        Console.WriteLine($"{metrics.Accuracy:P1} {metrics.AreaUnderRocCurve:P1}");
    }
}
