namespace Kiln.Contracts.Releases;

/// <summary>One change since a release.</summary>
/// <param name="Part">What it makes due.</param>
/// <param name="Reason">What changed, naming the column.</param>
public sealed record VersionChange(VersionPart Part, string Reason);
