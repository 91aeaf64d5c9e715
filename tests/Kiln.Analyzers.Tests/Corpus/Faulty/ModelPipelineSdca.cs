// origin: alongside the rules
// contract: rides
using Kiln;
using Microsoft.ML;

namespace Rides.Linear;

[Model("rides", Label = "Fare", Version = "1.0.0", Seed = 7)]
[Gate(Metric.RSquared, AtLeast = 0.75)]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding("ZoneCode", Columns.Zone)
            .Append(ml.Transforms.Concatenate("Numbers", Columns.Distance, Columns.Passengers))
            .Append(ml.Transforms.NormalizeMinMax("Numbers"))
            .Append(ml.Transforms.Concatenate("Features", "ZoneCode", "Numbers"))
            .Append(ml.Regression.Trainers.Sdca(Columns.Fare)); // KILN6002
}
