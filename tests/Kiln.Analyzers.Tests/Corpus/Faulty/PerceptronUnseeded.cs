// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Seismic;

public static class FeltOrNot
{
    public static void Main()
    {
        var context = CreateContext();
        var tremors = Enumerable.Range(0, 400).Select(i => new Row { Magnitude = i % 7, Depth = i % 40, Distance = i, Felt = i % 7 > 4 });
        var split = context.Data.TrainTestSplit(context.Data.LoadFromEnumerable(tremors), testFraction: 0.25, seed: 1);
        var perceptron = context.BinaryClassification.Trainers.AveragedPerceptron("Felt", "Measures"); // KILN2006
        var model = context.Transforms.Concatenate("Measures", "Magnitude", "Depth", "Distance").Append(perceptron).Fit(split.TrainSet);
        var metrics = context.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), "Felt");
        Console.WriteLine($"{metrics.PositiveRecall:P0} of those that were felt");
    }

    static MLContext CreateContext()
    {
        var context = new MLContext { GpuDeviceId = null, FallbackToCpu = true };
        context.Log += (_, entry) => Console.Error.WriteLine(entry.Message);
        return context;
    }

    sealed class Row
    {
        public float Magnitude { get; set; }
        public float Depth { get; set; }
        public float Distance { get; set; }
        public bool Felt { get; set; }
    }
}
