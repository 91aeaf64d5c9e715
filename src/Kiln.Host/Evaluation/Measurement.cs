using Kiln.Contracts.Metrics;

namespace Kiln.Host.Evaluation;

/// <summary>A metric on the held-out rows, with what it says by itself.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="NoSkill">What a model that has learned nothing reaches on these rows; NaN where there is no such value.</param>
/// <param name="Missing">Why it is not defined, or why it has no interval, as "the held-out rows: they …" goes on; null when nothing is missing.</param>
sealed record Measurement(string Metric, MetricValue Value, double NoSkill, string? Missing);
