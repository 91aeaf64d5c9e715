// origin: alongside the rules
// contract: churn
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Retention.HandWritten;

public class ChurnRow
{
    [LoadColumn(1)] public float Tenure { get; set; }
    [LoadColumn(2)] public float Contract { get; set; } // KILN2009
    [LoadColumn(3)] public float MonthlyCharges { get; set; }
    [LoadColumn(6)] public bool Churned { get; set; }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile<ChurnRow>("data/churn.csv", separatorChar: ',', hasHeader: true);
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Tenure", "Contract", "MonthlyCharges")
            .Append(mlContext.BinaryClassification.Trainers.FastTree("Churned"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Churned");
        Console.WriteLine($"{metrics.AreaUnderRocCurve:P2}");
    }
}
