// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Clocks;

public class Row
{
    [LoadColumn(0)] public float X { get; set; }
    [LoadColumn(1)] public float Y { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: Environment.TickCount); // KILN6003
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv", ','), 0.2);
        var model = ml.Transforms.Concatenate("Features", "X")
            .Append(ml.Regression.Trainers.FastForest("Y"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Y").RSquared);
    }
}
