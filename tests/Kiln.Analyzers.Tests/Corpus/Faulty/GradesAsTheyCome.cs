// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Jobs;

sealed class Offer
{
    [LoadColumn(0)]
    public float Stars { get; set; }

    [LoadColumn(1)]
    public uint Search { get; set; }

    [LoadColumn(2)]
    public float Distance { get; set; }

    [LoadColumn(3)]
    public float Salary { get; set; }
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext(seed: 1);
        var offers = ml.Data.LoadFromTextFile<Offer>(args[0]);
        var split = ml.Data.TrainTestSplit(offers, 0.2, samplingKeyColumnName: "Search");
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Relevance", "Stars") // KILN4011
            .Append(ml.Transforms.Conversion.Hash("Group", "Search", numberOfBits: 20))
            .Append(ml.Transforms.Concatenate("Features", "Distance", "Salary"))
            .Append(ml.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
            {
                LabelColumnName = "Relevance",
                RowGroupColumnName = "Group",
            }));
        var ranked = pipeline.Fit(split.TrainSet).Transform(split.TestSet);
        var metrics = ml.Ranking.Evaluate(ranked, "Relevance", "Group");
        Console.WriteLine(string.Join(' ', metrics.NormalizedDiscountedCumulativeGains));
    }
}
