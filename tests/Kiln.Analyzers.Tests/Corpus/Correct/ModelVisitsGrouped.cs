// origin: blind, second round
// contract: visits
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace Hospital;

/// <summary>Whether a patient is back within a month; patients are held out as a whole, as the contract says.</summary>
[Model("visits", Label = "Readmitted", Version = "1.0.0")]
[Gate(Metric.Accuracy, AtLeast = 0.61, Because = "half of the patients come back")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.66)]
public sealed partial class ReadmissionModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var filled = ml.Transforms.IndicateMissingValues("PressureMissing", Columns.Pressure)
            .Append(ml.Transforms.Conversion.ConvertType("PressureMissing"))
            .Append(ml.Transforms.ReplaceMissingValues(Columns.Pressure, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean));
        return filled.Append(ml.Transforms.Categorical.OneHotEncoding(Columns.Ward))
            .Append(ml.Transforms.Concatenate("Features", Columns.Age, Columns.Pressure, "PressureMissing", Columns.Ward))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Readmitted));
    }
}
