// origin: alongside the rules
// contract: rides
using Kiln;
using Microsoft.ML;

namespace Rides.Gam;

[Model("rides", Label = "Fare", Version = "1.0.0")]
[Gate(Metric.RSquared, AtLeast = 0.7)]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding("ZoneCode", Columns.Zone)
            .Append(ml.Transforms.Concatenate("Features", "ZoneCode", Columns.Distance, Columns.Passengers))
            .Append(ml.Regression.Trainers.Gam(Columns.Fare)); // KILN2010
}

public sealed class Meter
{
    readonly FareModel _model = FareModel.Load();

    public float Estimate(FareModel.Input ride) => _model.Predict(ride).Score;
}
