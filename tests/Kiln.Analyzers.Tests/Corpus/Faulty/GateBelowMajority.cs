// origin: alongside the rules
// contract: churn
using Kiln;

namespace Toothless.Majority;

/// <summary>Nine customers of ten stay: whoever says "stays" is right in 90 %.</summary>
[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.Accuracy, AtLeast = 0.85)] // KILN4005 KILN4006?
public sealed partial class ChurnModel;

public sealed class Retention(ChurnModel model)
{
    public bool Call(ChurnModel.Input customer) => model.Predict(customer).PredictedLabel;
}
