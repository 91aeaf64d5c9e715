// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Deterministic;

public class Exam
{
    [LoadColumn(0)] public float First { get; set; }
    [LoadColumn(1)] public float Second { get; set; }
    [LoadColumn(2)] public bool Passed { get; set; }
}

public static class Program
{
    public static void Main()
    {
        // L-BFGS starts from zero: the same rows give the same weights, whatever the seed.
        var mlContext = new MLContext();
        var train = mlContext.Data.LoadFromTextFile<Exam>("exam-train.csv", ',');
        var test = mlContext.Data.LoadFromTextFile<Exam>("exam-test.csv", ',');
        var pipeline = mlContext.Transforms.Concatenate("Features", "First", "Second")
            .Append(mlContext.Transforms.NormalizeMinMax("Features"))
            .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression("Passed"));
        var model = pipeline.Fit(train);
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(test), "Passed");
        Console.WriteLine($"{metrics.AreaUnderRocCurve:0.000}");
    }
}
