using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Runs;

/// <summary>Whether two models were measured on the same held-out rows, and by the same measure: where not, the better metric need not be the better model's.</summary>
static class SameRows
{
    /// <summary>What of a definition decides which rows are held out and what is measured on them.</summary>
    static readonly string[] Deciding = ["dataset", "label", "task", "positive", "split", "group", "time", "weight"];

    /// <returns>What differs; null where nothing does.</returns>
    public static string? Difference(ModelLock one, ModelLock other) =>
        one.Dataset != other.Dataset ? "another dataset"
        : one.DataHash != other.DataHash ? "other data"
        : !one.Split.By.SequenceEqual(other.Split.By) || !one.Split.Moved.SequenceEqual(other.Split.Moved) || one.HeldOutRows != other.HeldOutRows ? "other rows held out"
        : null;

    /// <inheritdoc cref="Difference(ModelLock, ModelLock)"/>
    public static string? Difference(JsonValue one, JsonValue other) =>
        Deciding.FirstOrDefault(name => one.Optional(name)?.Text != other.Optional(name)?.Text) is { } member ? $"another {member}" : null;

    /// <inheritdoc cref="Difference(ModelLock, ModelLock)"/>
    public static string? Difference(Release release, ModelLock other) =>
        release.Content.Data != other.DataHash ? "other data"
        : release.Baseline?.Split is not { } split || release.Provenance is not { } origin ? "it does not say which rows it held out"
        : !split.By.SequenceEqual(other.Split.By) || !split.Moved.SequenceEqual(other.Split.Moved) || origin.HeldOutRows != other.HeldOutRows ? "other rows held out"
        : null;
}
