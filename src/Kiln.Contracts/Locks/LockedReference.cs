namespace Kiln.Contracts.Locks;

/// <summary>What a model's own pipeline uses of another assembly.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Fingerprint">Of a project, a hash over the code that is reached in it; of a package, its name and version.</param>
public sealed record LockedReference(string Assembly, string Fingerprint);
