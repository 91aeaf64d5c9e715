// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Bakery.Two;

public class Loaf { [LoadColumn(0)] public float Weight { get; set; } [LoadColumn(1)] public float Price { get; set; } }

static class Shelf
{
    public static IDataView Loaves(MLContext ml, string month) => ml.Data.LoadFromTextFile<Loaf>(month + ".csv", ',');
}

public static class Report
{
    public static double Fit()
    {
        var ml = new MLContext(seed: 9);
        var loaves = Shelf.Loaves(ml, "may");
        var model = ml.Transforms.Concatenate("Features", "Weight").Append(ml.Regression.Trainers.FastForest("Price")).Fit(loaves);
        return ml.Regression.Evaluate(model.Transform(Shelf.Loaves(ml, "june")), "Price").RSquared;
    }
}
