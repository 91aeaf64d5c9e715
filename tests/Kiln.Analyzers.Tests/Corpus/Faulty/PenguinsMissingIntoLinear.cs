// origin: alongside the rules
// contract: penguins
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Antarctica;

[Model("penguins", Label = "species", Version = "1.0.0")]
[Gate(Metric.MicroAccuracy, AtLeast = 0.9)]
public sealed partial class PenguinModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        string[] numbers = [Columns.BillLengthMm, Columns.BillDepthMm, Columns.BodyMassG];
        var trainer = ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("species"); // KILN2005
        return ml.Transforms.Concatenate("Features", numbers)
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(trainer);
    }
}
