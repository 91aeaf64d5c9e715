namespace Kiln.Contracts.Locks;

/// <summary>A metric on held-out rows with its 95 % bootstrap interval.</summary>
public sealed record MetricValue(double Value, double Low, double High);
