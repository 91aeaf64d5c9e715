// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Bikes;

public class Day
{
    [LoadColumn(2)] public float Season { get; set; }
    [LoadColumn(4)] public float Month { get; set; }
    [LoadColumn(8)] public float Weather { get; set; }
    [LoadColumn(9)] public float Temperature { get; set; }
    [LoadColumn(11)] public float Humidity { get; set; }
    [LoadColumn(15)] public float Count { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 5);
        var train = ml.Data.LoadFromTextFile<Day>("data/days-train.csv", ',', hasHeader: true);
        var test = ml.Data.LoadFromTextFile<Day>("data/days-test.csv", ',', hasHeader: true);

        // The trainer is made first, and joins a pipeline that scales.
        var trainer = ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(Day.Count),
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 100,
        });

        var features = new[] { nameof(Day.Season), nameof(Day.Month), nameof(Day.Weather), nameof(Day.Temperature), nameof(Day.Humidity) };
        var process = ml.Transforms.Concatenate("Features", features)
            .Append(ml.Transforms.NormalizeMeanVariance("Features"));

        var model = process.Append(trainer).Fit(train);
        var metrics = ml.Regression.Evaluate(model.Transform(test), labelColumnName: nameof(Day.Count));
        Console.WriteLine($"{trainer.GetType().Name}: R² {metrics.RSquared:0.##}");
    }
}
