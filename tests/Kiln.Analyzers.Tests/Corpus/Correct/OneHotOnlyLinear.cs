// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace OneHotOnly;

public class Basket
{
    [LoadColumn(0)] public string Store { get; set; } = "";
    [LoadColumn(1)] public string Weekday { get; set; } = "";
    [LoadColumn(2)] public bool Returned { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Basket>("baskets.csv", ',', true), 0.2);
        // Zeros and ones are on one scale.
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("StoreCode", "Store")
            .Append(ml.Transforms.Categorical.OneHotEncoding("DayCode", "Weekday"))
            .Append(ml.Transforms.Concatenate("Features", "StoreCode", "DayCode"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Returned"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Returned").AreaUnderRocCurve);
    }
}
