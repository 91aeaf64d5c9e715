// origin: alongside the rules
// contract: visits
using Kiln;

namespace Hospital;

/// <summary>A patient has four or five visits.</summary>
[Model("visits", Label = "Readmitted", Version = "1.0.0", Split = Split.Hash)] // KILN5004
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.7)]
public sealed partial class ReadmissionModel;

public sealed class Discharge(ReadmissionModel model)
{
    public bool NeedsFollowUp(ReadmissionModel.Input visit) => model.Predict(visit).Probability > 0.35f;
}
