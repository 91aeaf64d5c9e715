// origin: alongside the rules
// contract: sensors
using Kiln;
using Microsoft.ML;

namespace Sensors.Serials;

/// <summary>Every sensor has a serial of its own, which somebody made a feature in the contract.</summary>
[Model("sensors", Label = "Drift", Version = "0.2.0")]
[Gate(Metric.MeanAbsoluteError, AtMost = 0.1)]
public sealed partial class DriftModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var serial = ml.Transforms.Categorical.OneHotEncoding("SerialCode", Columns.Serial);
        return serial
            .Append(ml.Transforms.Concatenate("Features", "SerialCode", Columns.Voltage, Columns.Current)) // KILN2004
            .Append(ml.Regression.Trainers.FastTree(Columns.Drift));
    }
}
