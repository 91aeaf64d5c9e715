// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Overfit;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public float Y { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv", ','), 0.2);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree("Y")).Fit(split.TrainSet);

        // Both, to see how far they are apart.
        var seen = ml.Regression.Evaluate(model.Transform(split.TrainSet), "Y"); // KILN4007?
        var unseen = ml.Regression.Evaluate(model.Transform(split.TestSet), "Y");
        Console.WriteLine($"train {seen.RSquared:0.000}, test {unseen.RSquared:0.000}");
    }
}
