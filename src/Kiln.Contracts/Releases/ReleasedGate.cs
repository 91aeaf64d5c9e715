namespace Kiln.Contracts.Releases;

/// <summary>A bound that a released version met.</summary>
public sealed record ReleasedGate(string Metric, double? AtLeast, double? AtMost, string? Because, double? NoWorseBy = null);
