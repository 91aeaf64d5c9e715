// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Bees;

public class Hive { [LoadColumn(0)] public float Weight { get; set; } [LoadColumn(1)] public float Honey { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 5);
        var may = ml.Data.LoadFromTextFile<Hive>("may.csv", ',');
        var june = ml.Data.LoadFromTextFile<Hive>("june.csv", ',');
        var model = ml.Transforms.Concatenate("Features", "Weight").Append(ml.Regression.Trainers.FastTree("Honey")).Fit(may);
        var rows = args.Length > 0 ? may : june;
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(rows), "Honey").RSquared);
    }
}
