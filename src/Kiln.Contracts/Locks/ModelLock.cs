using Kiln.Contracts.Expectations;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Locks;

/// <summary>A model's lock, <c>&lt;Model&gt;.lock.json</c>: what was trained from what. Holds no clock and no machine, so that the same training gives the same text.</summary>
public sealed record ModelLock
{
    /// <summary>The format this code reads and writes.</summary>
    public const int Format = 1;

    /// <summary>The value of <c>$schema</c>: where editors find the JSON Schema. No fact of the model, and null where there is none.</summary>
    public string? Schema { get; init; }

    public required string Model { get; init; }

    public required string Version { get; init; }

    /// <summary>Fingerprint of the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>Fingerprint of the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>What trained it: Kiln, ML.NET and the trainer with their versions.</summary>
    public required string Tool { get; init; }

    /// <summary>What a pipeline of the model's own uses outside of its project; empty for most models.</summary>
    public IReadOnlyList<LockedReference> References { get; init; } = [];

    /// <summary>Fingerprint of the settings that a search chose; null where the default ones trained it.</summary>
    public string? Tuning { get; init; }

    public required string Dataset { get; init; }

    /// <summary>SHA-256 over the rows as they were read, whatever files hold them and however these are written.</summary>
    public required string DataHash { get; init; }

    /// <summary>The files that held the rows when this was written; empty where an earlier version of Kiln wrote the lock.</summary>
    public required IReadOnlyList<LockedPartition> Partitions { get; init; }

    public required LockedSplit Split { get; init; }

    public required long TrainingRows { get; init; }

    public required long HeldOutRows { get; init; }

    /// <summary>How its trees were grown; null where they are not the default pipeline's, or an earlier version of Kiln wrote the lock.</summary>
    public LockedBoosting? Boosting { get; init; }

    /// <summary>From which probability on it predicts the positive class, or from which score on a row is an anomaly; null where the sign of the score decides, or neither is predicted.</summary>
    public double? Threshold { get; init; }

    /// <summary>In the order they are shown.</summary>
    public required IReadOnlyList<KeyValuePair<string, MetricValue>> Metrics { get; init; }

    /// <summary>
    /// What its gates hold in each value of a column, in their order. The lock has it because a machine without the data decides by it; a gate
    /// that is not among them can only be decided where the data is.
    /// </summary>
    public IReadOnlyList<SlicedMetric> Slices { get; init; } = [];

    /// <summary>How the model does against its expectations; there for the same reason.</summary>
    public IReadOnlyList<MeasuredExpectation> Expectations { get; init; } = [];

    /// <summary>SHA-256 of the ONNX file.</summary>
    public required string Artifact { get; init; }

    /// <summary>What changed since the last release; null where nothing was released.</summary>
    public SinceRelease? SinceRelease { get; init; }

    /// <summary>Every version that was released, in the order of the releases.</summary>
    public IReadOnlyList<Release> Released { get; init; } = [];
}
