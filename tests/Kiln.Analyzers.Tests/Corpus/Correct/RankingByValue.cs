// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Hotels;

public class Offer
{
    [LoadColumn(0)] public string Relevance { get; set; } = "";
    [LoadColumn(1)] public string Search { get; set; } = "";
    [LoadColumn(2)] public float Price { get; set; }
    [LoadColumn(3)] public float Stars { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Offer>("offers-train.tsv", hasHeader: true);
        var test = ml.Data.LoadFromTextFile<Offer>("offers-test.tsv", hasHeader: true);

        // "0" < "1" < "2": by value the keys are in the order of the grades. The groups' order does not matter.
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Relevance", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(ml.Transforms.Conversion.MapValueToKey("GroupId", "Search"))
            .Append(ml.Transforms.Concatenate("Features", "Price", "Stars"))
            .Append(ml.Ranking.Trainers.FastTree());
        var model = pipeline.Fit(train);
        var metrics = ml.Ranking.Evaluate(model.Transform(test));
        Console.WriteLine(metrics.NormalizedDiscountedCumulativeGains[2]);
    }
}
