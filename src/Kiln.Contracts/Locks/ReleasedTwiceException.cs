using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

/// <summary>The two sides of a merge released one version as something else.</summary>
/// <param name="line">Where their lock has its first conflict, from 1.</param>
public sealed class ReleasedTwiceException(string version, int line)
    : JsonFormatException($"version {version} was released on both sides of this merge with different content", line, 1)
{
    /// <summary>What is wrong, and the commands that settle it.</summary>
    /// <param name="name">The lock's file name.</param>
    public string Describe(string name) => $"{Message}, and one of them can keep it: take this branch's lock (git checkout HEAD -- {name}) or the other's "
        + $"(git checkout MERGE_HEAD -- {name}; once the merge is committed, HEAD^1 and HEAD^2), then release what the merge amounts to as the next version";
}
