using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

/// <summary>The two sides of a merge released one version as something else.</summary>
/// <param name="line">Where their lock has its first conflict, from 1.</param>
public sealed class ReleasedTwiceException(string version, int line)
    : JsonFormatException($"version {version} was released on both sides of this merge with different content", line, 1);
