// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Bakery;

public class Loaf { [LoadColumn(0)] public float Weight { get; set; } [LoadColumn(1)] public float Price { get; set; } }

static class Shelf
{
    public static IDataView Loaves(MLContext ml) => ml.Data.LoadFromTextFile<Loaf>("loaves.csv", ',');
}

public static class Report
{
    public static double Fit()
    {
        var ml = new MLContext(seed: 9);
        var loaves = Shelf.Loaves(ml);
        var model = ml.Transforms.Concatenate("Features", "Weight").Append(ml.Regression.Trainers.FastForest("Price")).Fit(loaves);
        return ml.Regression.Evaluate(model.Transform(loaves), "Price").RSquared; // KILN4007
    }
}
