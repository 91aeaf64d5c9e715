namespace Kiln.Contracts.Locks;

/// <summary>What changed since the last release. What is the same is not in it.</summary>
public sealed class SinceRelease
{
    /// <summary>The last release: the highest version.</summary>
    public required string Version { get; init; }

    /// <summary>Why the two models' predictions could not be compared; null where they were.</summary>
    public string? NotCompared { get; init; }

    /// <summary>Which rows the two are compared on.</summary>
    public ComparedRows On { get; init; }

    /// <summary>How many rows they are.</summary>
    public long HeldOutRows { get; init; }

    /// <summary>
    /// How many of them are predicted otherwise: another label, or a number that moved by more than the released model's mean absolute error.
    /// </summary>
    public long Flipped { get; init; }

    /// <summary>The metrics that differ, in the order they are shown.</summary>
    public IReadOnlyList<KeyValuePair<string, MetricComparison>> Metrics { get; init; } = [];

    /// <summary>The features whose rank differs, the most important first.</summary>
    public IReadOnlyList<KeyValuePair<string, RankChange>> Importance { get; init; } = [];

    /// <summary>The rows of the data; null where the release did not record them.</summary>
    public RowChange? Rows { get; init; }

    /// <summary>The columns whose values moved, were added, removed or retyped, with what changed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Columns { get; init; } = [];
}
