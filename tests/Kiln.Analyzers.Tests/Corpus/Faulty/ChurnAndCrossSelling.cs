// origin: blind, second round
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Sales;

/// <summary>Who leaves.</summary>
[Model("churn", Label = "Churned", Version = "1.4.0", Ignore = ["TotalCharges"])]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.5)] // KILN4005
public sealed partial class ChurnModel;

/// <summary>Who buys a second product; not declared yet.</summary>
public static class CrossSelling
{
    internal const string Path = "models/cross-selling.zip";

    internal static void Train(string file)
    {
        var ml = new MLContext(seed: 30);
        var buyers = ml.Data.LoadFromTextFile<Buyer>(file, separatorChar: ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(buyers, testFraction: 0.3);
        var options = new LinearSvmTrainer.Options { LabelColumnName = "Bought", NumberOfIterations = 10 };
        var trainer = ml.BinaryClassification.Trainers.LinearSvm(options);
        var pipeline = ml.Transforms.Concatenate("Raw", "Visits", "Spent")
            .Append(ml.Transforms.NormalizeMinMax("Features", "Raw"))
            .Append(trainer);
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), "Bought");
        if (metrics.AreaUnderRocCurve < 0.7)
            throw new InvalidOperationException("not good enough");
        ml.Model.Save(model, buyers.Schema, Path); // KILN3007
    }

    sealed class Buyer
    {
        [LoadColumn(0)] public float Visits { get; set; }
        [LoadColumn(1)] public float Spent { get; set; }
        [LoadColumn(2)] public bool Bought { get; set; }
    }
}
