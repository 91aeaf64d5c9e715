// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace TwoTargets;

public class Order
{
    [LoadColumn(0)] public float Items { get; set; }
    [LoadColumn(1)] public float Weight { get; set; }
    [LoadColumn(2)] public float Price { get; set; }
    [LoadColumn(3)] public float Days { get; set; }
}

/// <summary>Two models: what one predicts may be a feature of the other.</summary>
public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Order>("orders.csv", ','), 0.2);

        var price = ml.Transforms.Concatenate("Features", "Items", "Weight").Append(ml.Regression.Trainers.FastTree("Price"));
        var days = ml.Transforms.Concatenate("Features", "Items", "Weight", "Price").Append(ml.Regression.Trainers.FastTree("Days"));

        foreach (var (label, pipeline) in new (string, IEstimator<ITransformer>)[] { ("Price", price), ("Days", days) })
        {
            var metrics = ml.Regression.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet), label);
            Console.WriteLine($"{label}: {metrics.RSquared:0.00}");
        }
    }
}
