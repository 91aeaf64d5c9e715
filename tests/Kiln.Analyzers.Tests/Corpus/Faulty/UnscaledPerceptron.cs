// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Fraud;

public class Payment
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public float BalanceBefore { get; set; }
    [LoadColumn(2)] public float BalanceAfter { get; set; }
    [LoadColumn(3)] public bool IsFraud { get; set; }
}

public static class Program
{
    public static int Main()
    {
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Payment>("payments.csv", ',', true);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", "Amount", "BalanceBefore", "BalanceAfter")
            .Append(ml.BinaryClassification.Trainers.AveragedPerceptron("IsFraud")); // KILN2006
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), "IsFraud");
        Console.WriteLine($"AUPRC {metrics.AreaUnderPrecisionRecallCurve:0.000}");
        return metrics.AreaUnderPrecisionRecallCurve > 0.5 ? 0 : 1;
    }
}
