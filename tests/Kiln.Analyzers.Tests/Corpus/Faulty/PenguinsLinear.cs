// origin: blind, first round
// contract: penguins
using Kiln;
using Microsoft.ML;

namespace Birds;

[Model("penguins", Label = "species", Version = "3.0.0")]
[Gate(Metric.LogLoss, AtMost = 0.2)]
public sealed partial class BirdModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var joined = ml.Transforms.Concatenate("Features", Columns.BillLengthMm, Columns.BodyMassG);
        var scaled = joined.Append(ml.Transforms.NormalizeMinMax("Features"));
        return scaled.Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(Columns.Species)); // KILN2005
    }
}
