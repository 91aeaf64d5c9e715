// origin: blind, second round
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Taxi;

/// <summary>What a ride costs.</summary>
[Model("rides", Label = "Fare", Version = "1.0.0", Split = Split.Hash)] // KILN5003
[Gate(Metric.RootMeanSquaredError, AtMost = 5)]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding(Columns.Zone)
        .Append(ml.Transforms.Concatenate("Features", Columns.Zone, Columns.Distance, Columns.Passengers))
        .Append(ml.Transforms.NormalizeMinMax("Features"))
        .Append(ml.Regression.Trainers.Sdca(Columns.Fare)); // KILN6002
}
