using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.TrainerHost.Evaluation;

/// <summary>A model's metrics with 95 % intervals.</summary>
static class Bootstrap
{
    public static IReadOnlyList<KeyValuePair<string, MetricValue>> Measure(Predictions predictions)
    {
        var metrics = Metrics.Of(predictions);
        var resampling = new Resampling(metrics.Rows, counts => metrics.Measure(counts));
        return [.. MetricFacts.Of(predictions.Task)
            .Select((name, m) => KeyValuePair.Create(name, resampling.Interval(m, Rounding.Significant)))];
    }
}
