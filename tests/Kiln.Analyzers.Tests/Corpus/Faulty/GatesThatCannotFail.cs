// origin: alongside the rules
// contract: churn
// contract: rides
using Kiln;

namespace Toothless;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.5)] // KILN4005
public sealed partial class ChurnModel;

[Model("rides", Label = "Fare", Version = "1.0.0")]
[Gate(Metric.RSquared, AtLeast = 0)] // KILN4005
[Gate(Metric.RootMeanSquaredError, AtMost = 4.5)]
public sealed partial class FareModel;
