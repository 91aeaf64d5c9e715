// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Diabetes;

public class Patient
{
    [LoadColumn(0)] public float Glucose { get; set; }
    [LoadColumn(1)] public float Insulin { get; set; }
    [LoadColumn(2)] public float BodyMass { get; set; }
    [LoadColumn(3)] public bool Positive { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 17);
        var data = ml.Data.LoadFromTextFile<Patient>("diabetes.csv", ',', hasHeader: true);

        var preparation = ml.Transforms.ReplaceMissingValues(new[] { new InputOutputColumnPair("Glucose"), new InputOutputColumnPair("Insulin"), new InputOutputColumnPair("BodyMass") })
            .Append(ml.Transforms.Concatenate("Features", "Glucose", "Insulin", "BodyMass"))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var prepared = preparation.Fit(data).Transform(data); // KILN5001

        var split = ml.Data.TrainTestSplit(prepared, testFraction: 0.2);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Positive");
        var model = trainer.Fit(split.TrainSet);

        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Positive");
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
    }
}
