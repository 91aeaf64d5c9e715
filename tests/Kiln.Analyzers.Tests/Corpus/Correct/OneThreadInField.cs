// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Rivers.One;

public class Gauge { [LoadColumn(0)] public float Rain { get; set; } [LoadColumn(1)] public float Level { get; set; } }

public sealed class Forecast
{
    static readonly SdcaRegressionTrainer.Options Options = new() { LabelColumnName = "Level", L2Regularization = 0.1f, NumberOfThreads = 1 };

    public void Train(string path)
    {
        var ml = new MLContext(seed: 7);
        var gauges = ml.Data.LoadFromTextFile<Gauge>(path, ',');
        var chain = ml.Transforms.Concatenate("Features", "Rain").Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.Regression.Trainers.Sdca(Options));
        ml.Model.Save(chain.Fit(gauges), gauges.Schema, "river-5.zip");
    }
}
