// origin: blind, second round
// contract: penguins
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Antarctica;

/// <summary>Which penguin it is.</summary>
[Model("penguins", Label = "species", Version = "1.3.0", Ignore = ["year"])]
[Gate(Metric.MicroAccuracy, AtLeast = 0.94)]
[Gate(Metric.LogLoss, AtMost = 0.3)]
public sealed partial class PenguinModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        InputOutputColumnPair[] bills = [new(Columns.BillLengthMm), new(Columns.BillDepthMm)];
        IEstimator<ITransformer> steps = ml.Transforms.ReplaceMissingValues(bills, MissingValueReplacingEstimator.ReplacementMode.Mean);
        steps = steps.Append(ml.Transforms.Categorical.OneHotEncoding(Columns.Island));
        string[] features = [Columns.BillLengthMm, Columns.BillDepthMm, Columns.BodyMassG, Columns.Island];
        steps = steps.Append(ml.Transforms.Concatenate("Features", features));
        steps = steps.Append(ml.Transforms.NormalizeMinMax("Features"));
        return steps.Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(Columns.Species));
    }
}
