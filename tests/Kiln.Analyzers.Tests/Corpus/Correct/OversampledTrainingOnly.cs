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
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Claim>("claims.csv", ',', true), 0.2);

        // Only training rows are repeated: the test set stays as the world is.
        var train = ml.Data.CreateEnumerable<Claim>(split.TrainSet, reuseRowObject: false).ToList();
        var frauds = train.Where(claim => claim.Fraud).ToList();
        var balanced = ml.Data.LoadFromEnumerable(train.Concat(frauds).Concat(frauds));
        var sampled = ml.Data.BootstrapSample(balanced, seed: 2);

        var model = ml.Transforms.Concatenate("Features", "Amount", "Age")
            .Append(ml.BinaryClassification.Trainers.FastTree("Fraud"))
            .Fit(sampled);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Fraud");
        Console.WriteLine($"AUPRC {metrics.AreaUnderPrecisionRecallCurve:0.000}");
    }
}
