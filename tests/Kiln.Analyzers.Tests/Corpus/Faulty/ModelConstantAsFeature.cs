// origin: alongside the rules
// contract: sensors
using Kiln;
using Microsoft.ML;

namespace Sensors;

[Model("sensors", Label = "Drift", Version = "0.1.0")]
[Gate(Metric.RSquared, AtLeast = 0.4)]
public sealed partial class DriftModel
{
    // All of them have firmware 4.
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Concatenate("Features", Columns.Firmware, Columns.Voltage, Columns.Current) // KILN2004
            .Append(ml.Regression.Trainers.FastTree(Columns.Drift));
}
