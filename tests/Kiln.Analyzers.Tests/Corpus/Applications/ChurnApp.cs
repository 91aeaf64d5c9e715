// contract: churn
using Kiln;

namespace ChurnApp;

/// <summary>Who will leave.</summary>
[Model("churn", Label = "Churned", Version = "1.0.0", Features = ["Tenure", "Contract", "MonthlyCharges"])]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel;

/// <summary>What the application does with it.</summary>
public static class Discounts
{
    /// <summary>The discount in percent that keeps a customer.</summary>
    public static int For(double probability) => probability > 0.5 ? 10 : 0;
}
