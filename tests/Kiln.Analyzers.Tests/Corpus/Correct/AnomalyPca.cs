// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Anomalies;

public class Packet
{
    [LoadColumn(0, 7), VectorType(8)] public float[] Numbers { get; set; } = [];
    [LoadColumn(8)] public bool Attack { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var normal = ml.Data.LoadFromTextFile<Packet>("normal.csv", ',');
        var mixed = ml.Data.LoadFromTextFile<Packet>("mixed.csv", ',');
        var pipeline = ml.Transforms.NormalizeMeanVariance("Features", "Numbers")
            .Append(ml.AnomalyDetection.Trainers.RandomizedPca(new RandomizedPcaTrainer.Options { Rank = 4, Seed = 1 }));
        var model = pipeline.Fit(normal);
        var metrics = ml.AnomalyDetection.Evaluate(model.Transform(mixed), labelColumnName: "Attack", falsePositiveCount: 10);
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
    }
}
