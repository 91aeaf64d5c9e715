namespace Kiln.Contracts.Models;

/// <summary>A <c>[Gate]</c> as written: at least one of the bounds is there, or the analyzer has said so.</summary>
public sealed record GateDefinition(
    string Metric, double? AtLeast, double? AtMost, string? Because, Location Location, double? NoWorseBy = null);
