// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Diabetes;

public class Patient
{
    [LoadColumn(0)] public float Glucose { get; set; }
    [LoadColumn(1)] public float Insulin { get; set; }
    [LoadColumn(2)] public bool Positive { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 17);
        var data = ml.Data.LoadFromTextFile<Patient>("diabetes.csv", ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);

        var preparation = ml.Transforms.ReplaceMissingValues("Insulin")
            .Append(ml.Transforms.Concatenate("Features", "Glucose", "Insulin"))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Fit(split.TrainSet);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Positive");
        var model = trainer.Fit(preparation.Transform(split.TrainSet));

        // The test rows are scaled with what was learned from the training rows.
        var scored = model.Transform(preparation.Transform(split.TestSet));
        Console.WriteLine($"AUC {ml.BinaryClassification.Evaluate(scored, "Positive").AreaUnderRocCurve:0.000}");
    }
}
