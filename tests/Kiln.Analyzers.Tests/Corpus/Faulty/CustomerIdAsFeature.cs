// origin: alongside the rules
// contract: churn
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Retention.Everything;

public class Customer
{
    [LoadColumn(0)] public string CustomerId { get; set; } = "";
    [LoadColumn(1)] public float Tenure { get; set; }
    [LoadColumn(3)] public float MonthlyCharges { get; set; }
    [LoadColumn(6)] public bool Churned { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Customer>("data/churn.csv", ',', hasHeader: true), 0.2);
        var pipeline = ml.Transforms.Categorical.OneHotHashEncoding("IdBits", "CustomerId")
            .Append(ml.Transforms.Concatenate("Features", "IdBits", "Tenure", "MonthlyCharges")) // KILN2004
            .Append(ml.BinaryClassification.Trainers.FastTree("Churned"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Churned").AreaUnderRocCurve);
    }
}
