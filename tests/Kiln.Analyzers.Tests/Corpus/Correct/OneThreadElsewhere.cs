// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Power.One;

public class Hour { [LoadColumn(0)] public float Temperature { get; set; } [LoadColumn(1)] public float Load { get; set; } }

static class Settings
{
    public static SdcaRegressionTrainer.Options Sdca() => new() { LabelColumnName = "Load", MaximumNumberOfIterations = 20, NumberOfThreads = 1 };
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 42);
        var hours = ml.Data.LoadFromTextFile<Hour>("hours.csv", ',');
        var chain = ml.Transforms.Concatenate("Features", "Temperature").Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.Regression.Trainers.Sdca(Settings.Sdca()));
        ml.Model.Save(chain.Fit(hours), hours.Schema, "load-3.zip");
    }
}
