// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Telco;

public sealed class Customer
{
    [LoadColumn(0)] public float Tenure { get; set; }
    [LoadColumn(1)] public float MonthlyCharges { get; set; }
    [LoadColumn(2)] public string Contract { get; set; } = "";
    [LoadColumn(3)] public bool Churned { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Customer>("telco.csv", ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(data, 0.2);

        var pipeline = ml.Transforms.Categorical.OneHotEncoding("ContractEncoded", "Contract")
            .Append(ml.Transforms.Concatenate("Features", "Tenure", "MonthlyCharge", "ContractEncoded")) // KILN2001
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Churned"));

        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Churned");
        Console.WriteLine(metrics.AreaUnderRocCurve);
    }
}
