// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Calibration;

public class Lead
{
    [LoadColumn(0)] public float Visits { get; set; }
    [LoadColumn(1)] public float Seconds { get; set; }
    [LoadColumn(2)] public bool Label { get; set; }
}

public class LeadScore
{
    public bool PredictedLabel { get; set; }
    public float Probability { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Lead>("leads.csv", ','), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);

        var linear = ml.Transforms.Concatenate("Features", "Visits", "Seconds")
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.BinaryClassification.Trainers.AveragedPerceptron())
            .Fit(inner.TrainSet);
        // Calibrated on rows of its own.
        var calibrator = ml.BinaryClassification.Calibrators.Platt().Fit(linear.Transform(inner.TestSet));
        var scored = calibrator.Transform(linear.Transform(outer.TestSet));
        Console.WriteLine($"log-loss {ml.BinaryClassification.Evaluate(scored).LogLoss:0.000}");

        foreach (var row in ml.Data.CreateEnumerable<LeadScore>(scored, reuseRowObject: false).Take(3))
            Console.WriteLine($"{row.PredictedLabel} {row.Probability:P0}");
    }
}
