// origin: alongside the rules
// contract: churn
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Retention.HandWritten;

/// <summary>As the contract says; the id, the country and what is missing at times are left out.</summary>
public class ChurnRow
{
    [LoadColumn(1)] public float Tenure { get; set; }
    [LoadColumn(2)] public string Contract { get; set; } = "";
    [LoadColumn(3)] public float MonthlyCharges { get; set; }
    [LoadColumn(6)] public bool Churned { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile<ChurnRow>("data/churn.csv", separatorChar: ',', hasHeader: true);
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = mlContext.Transforms.Categorical.OneHotEncoding("ContractCode", "Contract")
            .Append(mlContext.Transforms.Concatenate("Features", "Tenure", "ContractCode", "MonthlyCharges"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree("Churned"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Churned").AreaUnderRocCurve);
    }
}
