// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Reuse;

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
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree("Y"));

        // One variable for one file after the other.
        IDataView data = ml.Data.LoadFromTextFile<Row>("2024.csv", ',');
        var model = pipeline.Fit(data);
        data = ml.Data.LoadFromTextFile<Row>("2025.csv", ',');
        data = model.Transform(data);
        var metrics = ml.Regression.Evaluate(data, "Y");
        Console.WriteLine(metrics.RSquared);
    }
}
