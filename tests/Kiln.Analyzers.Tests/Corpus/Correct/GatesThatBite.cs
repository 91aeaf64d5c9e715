// origin: alongside the rules
// contract: churn
// contract: rides
// contract: penguins
// contract: visits
using Kiln;

namespace Biting;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.Accuracy, AtLeast = 0.93)]
[Gate(Metric.AreaUnderPrecisionRecallCurve, AtLeast = 0.45)]
public sealed partial class ChurnModel;

[Model("rides", Label = "Fare", Version = "1.0.0-beta.1")]
[Gate(Metric.RSquared, AtLeast = 0.1, Because = "a first version only has to beat the mean")]
public sealed partial class FareModel;

[Model("penguins", Label = "species", Version = "1.0.0")]
[Gate(Metric.MicroAccuracy, AtLeast = 0.6)]
public sealed partial class SpeciesModel;

[Model("visits", Label = "Readmitted", Version = "1.0.0")]
[Gate(Metric.Accuracy, AtLeast = 0.65)]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.55)]
public sealed partial class ReadmissionModel;
