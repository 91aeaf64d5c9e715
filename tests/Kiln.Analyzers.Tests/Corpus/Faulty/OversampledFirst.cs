// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Oversampling;

public class Claim
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public float Age { get; set; }
    [LoadColumn(2)] public bool Fraud { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var claims = ml.Data.LoadFromTextFile<Claim>("claims.csv", ',', true);

        var sampled = ml.Data.BootstrapSample(claims, seed: 1); // KILN5002
        var split = ml.Data.TrainTestSplit(sampled, testFraction: 0.2);

        var model = ml.Transforms.Concatenate("Features", "Amount", "Age")
            .Append(ml.BinaryClassification.Trainers.FastTree("Fraud"))
            .Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Fraud");
        Console.WriteLine($"AUPRC {metrics.AreaUnderPrecisionRecallCurve:0.000}");
    }
}
