// origin: alongside the rules
// contract: churn
using Kiln;

namespace Unbalanced.Twice;

[Model("churn", Label = "Churned", Version = "1.4.0", Features = ["Tenure", "Contract", "MonthlyCharges"])]
[Gate(Metric.F1Score, AtLeast = 0.6, Because = "two of three calls should reach somebody who would leave")] // KILN4006
public sealed partial class ChurnModel
{
    public bool Leaves(Input customer) => Predict(customer).PredictedLabel;
}
