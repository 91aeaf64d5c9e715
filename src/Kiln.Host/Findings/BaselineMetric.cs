using Kiln.Contracts.Metrics;

namespace Kiln.Host.Findings;

/// <summary>A metric of a linear model on the held-out rows.</summary>
/// <param name="Value">NaN where it is not defined on these rows.</param>
/// <param name="Difference">The trained model's less this one's, with its interval from the same resamples for both.</param>
sealed record BaselineMetric(string Metric, double Value, MetricValue Difference);
