// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Ads;

/// <summary>Predicts clicks; retrained by a worker.</summary>
public sealed class ClickTrainer
{
    readonly MLContext _ml = new(seed: 7);

    public CalibratedBinaryClassificationMetrics Train(IDataView yesterday, IDataView today)
    {
        var options = new SgdCalibratedTrainer.Options
        {
            LabelColumnName = nameof(Impression.Clicked),
            LearningRate = 0.05,
            NumberOfIterations = 30,
        };
        var pipeline = _ml.Transforms.Categorical.OneHotHashEncoding("SiteVector", nameof(Impression.Site), numberOfBits: 12)
            .Append(_ml.Transforms.NormalizeMinMax("HourScaled", nameof(Impression.Hour)))
            .Append(_ml.Transforms.Concatenate("Features", "SiteVector", "HourScaled"))
            .Append(_ml.BinaryClassification.Trainers.SgdCalibrated(options)); // KILN6002
        var model = pipeline.Fit(yesterday);
        return _ml.BinaryClassification.Evaluate(model.Transform(today), nameof(Impression.Clicked));
    }
}

public sealed class Impression
{
    public string Site { get; set; } = "";
    public float Hour { get; set; }
    public bool Clicked { get; set; }
}
