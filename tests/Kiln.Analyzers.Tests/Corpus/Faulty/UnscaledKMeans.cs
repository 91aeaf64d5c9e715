// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Segments;

public class Shopper
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public float Income { get; set; }
    [LoadColumn(2)] public float Visits { get; set; }
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
        var mlContext = new MLContext(); // KILN6001
        var shoppers = mlContext.Data.LoadFromTextFile<Shopper>("shoppers.csv", ',', true);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Income", "Visits")
            .Append(mlContext.Clustering.Trainers.KMeans("Features", numberOfClusters: 5)); // KILN2006
        var model = pipeline.Fit(shoppers);

        var metrics = mlContext.Clustering.Evaluate(model.Transform(shoppers), scoreColumnName: "Score", featureColumnName: "Features"); // KILN4007?
        Console.WriteLine($"average distance {metrics.AverageDistance:0.0}");

        var engine = mlContext.Model.CreatePredictionEngine<Shopper, Segment>(model);
        Console.WriteLine(engine.Predict(new Shopper { Age = 31, Income = 42_000, Visits = 3 }).Id);
    }
}
