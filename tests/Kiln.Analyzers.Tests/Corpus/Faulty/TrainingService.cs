// origin: blind, first round
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Plants;

public sealed class Leaf
{
    public float Length { get; set; }

    public float Width { get; set; }

    public bool Sick { get; set; }
}

public sealed class TrainingService(ILogger<TrainingService> logger)
{
    readonly MLContext _ml = new MLContext(); // KILN6001

    public ITransformer Train(IEnumerable<Leaf> leaves)
    {
        var data = _ml.Data.LoadFromEnumerable(leaves);
        var pipeline = _ml.Transforms.Concatenate("Features", "Length", "Width")
            .Append(_ml.Transforms.NormalizeMinMax("Features"))
            .Append(_ml.BinaryClassification.Trainers.LdSvm("Sick"));
        var model = pipeline.Fit(data);
        Log(_ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(data), "Sick")); // KILN4007
        return model;
    }

    void Log(BinaryClassificationMetrics metrics) => logger.LogInformation("accuracy {Accuracy}", metrics.Accuracy);
}
