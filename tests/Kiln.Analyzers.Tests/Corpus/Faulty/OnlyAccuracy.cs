// origin: blind, second round
// contract: churn
using Kiln;

namespace Retention;

/// <summary>Nine of ten stay.</summary>
[Model("churn", Label = "Churned", Version = "1.1.0", Features = ["Tenure", "Contract", "MonthlyCharges"])]
[Gate(Metric.Accuracy, AtLeast = 0.93)] // KILN4006
public sealed partial class ChurnModel;

/// <summary>What the shop does with it.</summary>
public sealed class Shop(ChurnModel model)
{
    /// <summary>Whether to call.</summary>
    public bool Call(int tenure, string contract, float charges)
    {
        var risk = model.Predict(new ChurnModel.Input { Tenure = tenure, Contract = contract, MonthlyCharges = charges }).Probability;
        return risk != double.NaN && risk > 0.4; // KILN7003
    }
}
