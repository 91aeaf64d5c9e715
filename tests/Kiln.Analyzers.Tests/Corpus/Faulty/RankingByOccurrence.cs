// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

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
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Offer.Relevance)) // KILN4011
            .Append(ml.Transforms.Conversion.MapValueToKey("GroupId", nameof(Offer.Search)))
            .Append(ml.Transforms.Concatenate("Features", nameof(Offer.Price), nameof(Offer.Stars)))
            .Append(ml.Ranking.Trainers.FastTree(rowGroupColumnName: "GroupId"));
        var model = pipeline.Fit(train);
        var metrics = ml.Ranking.Evaluate(model.Transform(test), rowGroupColumnName: "GroupId");
        Console.WriteLine(string.Join(" ", metrics.NormalizedDiscountedCumulativeGains.Select(gain => gain.ToString("0.000"))));
    }
}
