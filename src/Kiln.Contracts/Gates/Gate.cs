namespace Kiln.Contracts.Gates;

/// <summary>Bounds that a metric on held-out rows must meet.</summary>
/// <param name="Metric">The name of a <c>Kiln.Metric</c>; the number for a value that has none.</param>
/// <param name="AtLeast">Null where there is no such bound.</param>
/// <param name="AtMost">Null where there is no such bound.</param>
/// <param name="NoWorseBy">How much worse than released the metric may be, in its own unit; null where it is not held against a release.</param>
/// <param name="Because">Why the gate is there; null where nobody said it.</param>
public record Gate(string Metric, double? AtLeast = null, double? AtMost = null, double? NoWorseBy = null, string? Because = null);
