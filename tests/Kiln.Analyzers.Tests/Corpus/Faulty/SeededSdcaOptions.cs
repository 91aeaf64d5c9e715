// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SeedsThatDoNotHelp.Options;

public class Grain
{
    [LoadColumn(0, 6), VectorType(7)] public float[] Shape { get; set; } = [];
    [LoadColumn(7)] public string Kind { get; set; } = "";
}

public sealed class GrainTrainer
{
    public const int Seed = 20260101;
    private readonly MLContext _ml = new(Seed);

    public ITransformer Train(string path)
    {
        var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Grain>(path, '\t'), 0.25, seed: Seed);
        var options = new SdcaNonCalibratedMulticlassTrainer.Options
        {
            LabelColumnName = "Label",
            FeatureColumnName = "Features",
            MaximumNumberOfIterations = 30,
            Shuffle = true,
        };
        var pipeline = _ml.Transforms.Conversion.MapValueToKey("Label", nameof(Grain.Kind))
            .Append(_ml.Transforms.NormalizeMeanVariance("Features", nameof(Grain.Shape)))
            .Append(_ml.MulticlassClassification.Trainers.SdcaNonCalibrated(options)) // KILN6002
            .Append(_ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = _ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"{metrics.MicroAccuracy:P1}");
        return model;
    }
}
