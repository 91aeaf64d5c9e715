// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tuning.Wrong;

public class Plant
{
    [LoadColumn(0)] public float Water { get; set; }
    [LoadColumn(1)] public float Light { get; set; }
    [LoadColumn(2)] public float Growth { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Plant>("plants.csv", ',', true), 0.2);
        var features = ml.Transforms.Concatenate("Features", "Water", "Light");

        ITransformer? best = null;
        var bestR2 = double.NegativeInfinity;
        foreach (var leaves in new[] { 4, 8, 16, 32 })
        {
            var model = features.Append(ml.Regression.Trainers.FastTree("Growth", numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Growth"); // KILN4008
            if (metrics.RSquared > bestR2)
            {
                bestR2 = metrics.RSquared;
                best = model;
            }
        }

        Console.WriteLine($"the best model has R² {bestR2:0.000}");
        ml.Model.Save(best, split.TrainSet.Schema, $"plants-{bestR2:0.000}.zip");
    }
}
