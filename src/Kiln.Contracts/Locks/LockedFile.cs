namespace Kiln.Contracts.Locks;

/// <summary>A data file a model was trained on.</summary>
/// <param name="Path">Relative to the lock, with forward slashes.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
public sealed record LockedFile(string Path, string Hash);
