// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Vineyard.Held;

public class Wine { [LoadColumn(0)] public float Acid { get; set; } [LoadColumn(1)] public float Sugar { get; set; } [LoadColumn(2)] public float Points { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 5);
        var all = ml.Data.LoadFromTextFile<Wine>("wines.csv", ',');
        var rows = args.Length > 0 ? ml.Data.TakeRows(all, 500) : all;
        var model = ml.Transforms.Concatenate("Features", "Acid", "Sugar").Append(ml.Regression.Trainers.FastTree("Points")).Fit(ml.Data.TakeRows(rows, 300));
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.SkipRows(rows, 300)), "Points").RSquared);
    }
}
