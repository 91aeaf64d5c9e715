// origin: alongside the rules
// contract: visits
using Kiln;
using Microsoft.Extensions.DependencyInjection;

namespace Hospital;

[Model("visits", Version = "1.0.0", Split = Split.Group, Group = "PatientId")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.7)]
[Gate(Metric.LogLoss, AtMost = 0.8)]
public sealed partial class ReadmissionModel;

[Model("visits", Version = "1.1.0")]
[Gate(Metric.F1Score, AtLeast = 0.65)] // the label is balanced
public sealed partial class QuickReadmissionModel;

public static class Registration
{
    public static IServiceCollection AddReadmission(this IServiceCollection services) =>
        services.AddSingleton(ReadmissionModel.Load()).AddSingleton(_ => QuickReadmissionModel.Load());
}
