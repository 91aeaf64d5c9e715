// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Weather;

public class Observation
{
    [LoadColumn(0)]
    public float Temperature { get; set; }

    [LoadColumn(1)]
    public float Humidity { get; set; }

    [LoadColumn(1)] // KILN2008
    public float Pressure { get; set; }

    [LoadColumn(3)]
    public float Rain { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Observation>("weather.csv", ',', true), 0.2);
        var model = ml.Transforms.Concatenate("Features", "Temperature", "Humidity", "Pressure")
            .Append(ml.Regression.Trainers.FastTreeTweedie("Rain"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Rain").MeanAbsoluteError);
    }
}
