// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Dropped;

public class Reading
{
    [LoadColumn(0)] public float Flow { get; set; }
    [LoadColumn(1)] public float Pressure { get; set; }
    [LoadColumn(2)] public bool Leak { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("pipes.csv", ',', true));

        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "Flow", "Pressure");
        pipeline.Append(ml.BinaryClassification.Trainers.FastTree("Leak")); // KILN4010

        var model = pipeline.Fit(split.TrainSet);
        ml.Model.Save(model, split.TrainSet.Schema, "pipes-1.0.zip");
    }
}
