// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shops.Either;

public class Offer { [LoadColumn(0)] public string Basket { get; set; } = ""; [LoadColumn(1)] public float Price { get; set; } [LoadColumn(2)] public float Margin { get; set; } [LoadColumn(3)] public string Match { get; set; } = ""; }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 18);
        var offers = ml.Data.LoadFromTextFile<Offer>("offers.csv", ',');
        IEstimator<ITransformer> ranker = args.Length > 0
            ? ml.Ranking.Trainers.FastTree("Label", "Features", "Group")
            : ml.MulticlassClassification.Trainers.LightGbm("Label", "Features");
        var chain = ml.Transforms.Conversion.MapValueToKey("Label", "Match") // KILN4011?
            .Append(ml.Transforms.Conversion.MapValueToKey("Group", "Basket"))
            .Append(ml.Transforms.Concatenate("Features", "Price", "Margin"))
            .Append(ranker);
        ml.Model.Save(chain.Fit(offers), offers.Schema, "offers-2.zip");
    }
}
