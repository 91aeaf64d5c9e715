// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Search;

public class Hit { [LoadColumn(0)] public string Query { get; set; } = ""; [LoadColumn(1)] public float Clicks { get; set; } [LoadColumn(2)] public float Price { get; set; } [LoadColumn(3)] public string Fit { get; set; } = ""; }

static class Labels
{
    public static IEstimator<ITransformer> Keys(MLContext ml) => ml.Transforms.Conversion.MapValueToKey("Label", "Fit");
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 4);
        var hits = ml.Data.LoadFromTextFile<Hit>("hits.csv", ',');
        var chain = Labels.Keys(ml) // KILN4011
            .Append(ml.Transforms.Conversion.MapValueToKey("Group", "Query"))
            .Append(ml.Transforms.Concatenate("Features", "Clicks", "Price"))
            .Append(ml.Ranking.Trainers.FastTree("Label", "Features", "Group"));
        ml.Model.Save(chain.Fit(hits), hits.Schema, "rank-1.zip");
    }
}
