// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Monthly;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public float Y { get; set; }
}

/// <summary>Every month with the model of the months before.</summary>
public static class Backtest
{
    public static void Run(IReadOnlyList<string> months)
    {
        var ml = new MLContext(seed: 1);
        var loader = ml.Data.CreateTextLoader<Row>(',', hasHeader: true);
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree("Y"));
        for (var month = 3; month < months.Count; month++)
        {
            var train = loader.Load([.. months.Take(month)]);
            var test = loader.Load(months[month]);
            var model = pipeline.Fit(train);
            var metrics = ml.Regression.Evaluate(model.Transform(test), "Y");
            Console.WriteLine($"{months[month]}: {metrics.MeanAbsoluteError:0.00}");
        }
    }
}
