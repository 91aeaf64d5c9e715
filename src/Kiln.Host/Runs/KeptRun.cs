using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;

namespace Kiln.Host.Runs;

/// <summary>A try that was kept under a name: what was defined, and what came of it.</summary>
/// <param name="Name">What <c>KilnRun</c> said.</param>
/// <param name="Commit">What was checked out; null outside of source control.</param>
/// <param name="Verdict"><c>passed</c>, <c>gateMissed</c> or <c>expectationMissed</c>: a run that misses a gate is kept too.</param>
/// <param name="Settings">What a search chose; null where the default settings trained it.</param>
/// <param name="Definition">The definition, without where it stands in the source.</param>
/// <param name="Measured">By what it was measured, with what the definition leaves to the contract and to defaults.</param>
/// <param name="Lock">The lock that stands for its model, without what was released.</param>
sealed record KeptRun(string Name, string? Commit, string Verdict, string? Settings, JsonValue Definition, MeasuredBy Measured, ModelLock Lock)
{
    /// <summary>Where it comes from, if that is not this machine: <c>store</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it was kept; null where that is not known, as of one of the store.</summary>
    public DateTime? Kept { get; init; }
}
