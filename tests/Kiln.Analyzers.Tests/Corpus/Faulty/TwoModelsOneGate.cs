// origin: alongside the rules
// contract: churn
// contract: rides
using Kiln;

namespace Portfolio;

[Model("churn", Label = "Churned", Version = "3.1.0", Ignore = ["TotalCharges"])]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.82)]
public sealed partial class ChurnModel;

[Model("rides", Label = "Fare", Version = "0.9.0")] // KILN4004
public sealed partial class FareModel;

public sealed class Quotes(FareModel fares, ChurnModel churn)
{
    public (float Fare, bool Keep) For(FareModel.Input ride, ChurnModel.Input customer) =>
        (fares.Predict(ride).Score, !churn.Predict(customer).PredictedLabel);
}
