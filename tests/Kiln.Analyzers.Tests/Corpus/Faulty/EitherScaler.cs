// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Weather;

public class Day { [LoadColumn(0)] public float Wind { get; set; } [LoadColumn(1)] public float Sun { get; set; } [LoadColumn(2)] public float Rain { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 21);
        var days = ml.Data.LoadFromTextFile<Day>("days.csv", ',');
        IEstimator<ITransformer> scaler = args.Contains("--robust")
            ? ml.Transforms.NormalizeRobustScaling("Wind")
            : ml.Transforms.NormalizeMinMax("Wind");
        var scaled = scaler.Fit(days).Transform(days); // KILN5001
        var split = ml.Data.TrainTestSplit(scaled);
        var model = ml.Transforms.Concatenate("Features", "Wind", "Sun").Append(ml.Regression.Trainers.FastTree("Rain")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Rain").RSquared);
    }
}
