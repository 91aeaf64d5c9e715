// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Segments;

public class Shopper
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public float Income { get; set; }
}

public class Segment
{
    [ColumnName("PredictedLabel")] public uint Id { get; set; }
    [ColumnName("Score")] public float[] Distances { get; set; } = [];
}

public static class Program
{
    public static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var shoppers = mlContext.Data.LoadFromTextFile<Shopper>("shoppers.csv", ',', true);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Income")
            .Append(mlContext.Transforms.NormalizeMeanVariance("Features"))
            .Append(mlContext.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 5, NumberOfThreads = 1 }));
        var model = pipeline.Fit(shoppers);
        var engine = mlContext.Model.CreatePredictionEngine<Shopper, Segment>(model);
        var one = engine.Predict(new Shopper { Age = 31, Income = 42_000 });
        Console.WriteLine($"segment {one.Id}, distances {string.Join(" ", one.Distances)}");
    }
}
