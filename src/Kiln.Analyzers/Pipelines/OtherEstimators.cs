using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Estimators that the table cannot tell, because what they take and give depends on their arguments.</summary>
static class OtherEstimators
{
    /// <summary>The one column that the estimator makes; null where it may do anything.</summary>
    public static string? Output(EstimatorCall call) =>
        call.Call.Has(Tag.OneOutput) && call.Call.Argument("outputColumnName") is { } output
        && call.Values.TryText(output, call.Frame, out var name)
            ? name
            : null;
}
