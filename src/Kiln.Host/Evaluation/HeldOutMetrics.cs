using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>A model's metrics with 95 % intervals, beside those of a model without skill.</summary>
static class HeldOutMetrics
{
    /// <param name="predictions">Of the held-out rows.</param>
    /// <param name="trained">The labels of the training rows, from which a model without skill takes its answer.</param>
    /// <param name="interval">The share of values that is to lie within the predictions' intervals; null where they have none.</param>
    public static IReadOnlyList<Measurement> Measure(Predictions predictions, WeighedLabels trained, double? interval = null)
    {
        var metrics = Metrics.Create(predictions);
        var bootstrap = new Bootstrap(metrics.Draws, counts => metrics.Measure(counts));
        var supports = metrics.Supports;
        var noSkill = NoSkillModel.Measure(predictions, trained, interval);
        return [.. MetricFacts.List(predictions.Task, predictions.IsExtended).Select((name, m) =>
        {
            var value = bootstrap.Interval(m, supports[m], Rounding.Significant);
            return new Measurement(name, value, value.IsDefined ? Rounding.Significant(noSkill[m]) : double.NaN,
                value.HasInterval ? null : value.IsDefined ? supports[m].WhyTooFew : metrics.WhyUndefined(m));
        })];
    }
}
