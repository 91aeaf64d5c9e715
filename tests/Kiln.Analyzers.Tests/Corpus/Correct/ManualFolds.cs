// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Folds;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float Y { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv", ',');
        var pipeline = ml.Transforms.Concatenate("Features", "A").Append(ml.Regression.Trainers.FastTree("Y"));
        var errors = new List<double>();
        foreach (var fold in ml.Data.CrossValidationSplit(data, numberOfFolds: 5))
        {
            var model = pipeline.Fit(fold.TrainSet);
            errors.Add(ml.Regression.Evaluate(model.Transform(fold.TestSet), "Y").RootMeanSquaredError);
        }
        Console.WriteLine($"{errors.Average():0.00} ({errors.Min():0.00} to {errors.Max():0.00})");
    }
}
