using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Runs;

/// <summary>Whether two models were measured on the same held-out rows: where not, the better metric need not be the better model's.</summary>
static class SameRows
{
    /// <returns>What differs; null where nothing does.</returns>
    public static string? Difference(ModelLock one, ModelLock other) =>
        one.Dataset != other.Dataset ? "another dataset"
        : one.DataHash != other.DataHash ? "other data"
        : !one.Split.By.SequenceEqual(other.Split.By) || !one.Split.Moved.SequenceEqual(other.Split.Moved) || one.HeldOutRows != other.HeldOutRows ? "other rows held out"
        : null;

    /// <inheritdoc cref="Difference(ModelLock, ModelLock)"/>
    public static string? Difference(Release release, ModelLock other) =>
        release.Content.Data != other.DataHash ? "other data"
        : release.Baseline?.Split is not { } split || release.Provenance is not { } origin ? "it does not say which rows it held out"
        : !split.By.SequenceEqual(other.Split.By) || !split.Moved.SequenceEqual(other.Split.Moved) || origin.HeldOutRows != other.HeldOutRows ? "other rows held out"
        : null;
}
