// origin: blind, first round
// contract: sensors
using Kiln;
using Microsoft.ML;

namespace Lab;

[Model("sensors", Label = "Drift", Version = "0.1.0", Ignore = ["Serial"])]
[Gate(Metric.MeanAbsoluteError, AtMost = 0.05)]
public sealed partial class DriftModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms
        .Concatenate("Features", Columns.Firmware, Columns.Voltage, Columns.Current) // KILN2004
        .Append(ml.Regression.Trainers.Gam(Columns.Drift)); // KILN2010
}
