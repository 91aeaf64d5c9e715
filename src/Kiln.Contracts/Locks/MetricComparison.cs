using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Locks;

/// <summary>One metric of two models on the same rows.</summary>
/// <param name="Difference">Now less released, with its interval from the same resamples for both (paired bootstrap).</param>
public sealed record MetricComparison(MetricValue Released, MetricValue Now, MetricValue Difference);
