// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gate;

public class Signal
{
    [LoadColumn(0)] public float Level { get; set; }
    [LoadColumn(1)] public float Noise { get; set; }
    [LoadColumn(2)] public bool Valid { get; set; }
}

public static class Program
{
    public static int Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Signal>("signals.csv", ','), 0.2);
        var model = ml.Transforms.Concatenate("Features", nameof(Signal.Level), nameof(Signal.Noise))
            .Append(ml.BinaryClassification.Trainers.FastTree(nameof(Signal.Valid)))
            .Fit(split.TrainSet);

        // Stops when it is not good enough; it does not go back and try something else.
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Signal.Valid));
        if (metrics.AreaUnderRocCurve < 0.85 || metrics.PositiveRecall < 0.6)
        {
            Console.Error.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000} is not good enough");
            return 1;
        }

        ml.Model.Save(model, split.TrainSet.Schema, "signals.zip");
        return 0;
    }
}
