// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Thresholds;

public class Delivery
{
    [LoadColumn(0)] public string Depot { get; set; } = "";
    [LoadColumn(1)] public string Carrier { get; set; } = "";
    [LoadColumn(2)] public float Weight { get; set; }
    [LoadColumn(3)] public float Hours { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Delivery>("deliveries.csv", ',', true), 0.2);
        var options = new LightGbmRegressionTrainer.Options
        {
            LabelColumnName = nameof(Delivery.Hours),
            NumberOfIterations = 200,
            NumberOfLeaves = 31,
            Seed = 1,
            Deterministic = true,
        };
        var model = ml.Transforms.Categorical.OneHotEncoding([new InputOutputColumnPair("DepotCode", "Depot"), new InputOutputColumnPair("CarrierCode", "Carrier")])
            .Append(ml.Transforms.Concatenate("Features", "DepotCode", "CarrierCode", "Weight"))
            .Append(ml.Regression.Trainers.LightGbm(options)) // KILN6005
            .Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), nameof(Delivery.Hours)).MeanAbsoluteError);
    }
}
