using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Contracts.Tunings;
using Kiln.Host.Incremental;
using Kiln.Host.Requests;

namespace Kiln.Host.Models;

/// <summary>One model with everything that decides what training gives.</summary>
sealed class ModelPlan
{
    PlanData? _data;

    public required ModelDefinition Definition { get; init; }

    public required Dataset Dataset { get; init; }

    public required DataContract Contract { get; init; }

    public required ModelShape Shape { get; init; }

    /// <summary>SHA-256 of the contract and of each data file, in the order in which they are read.</summary>
    public required IReadOnlyList<string> InputHashes { get; init; }

    /// <summary>Whether the build may not change the lock.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>The files as the lock is to note them: where the rows are the locked ones, a build that may not write leaves other names alone.</summary>
    public IReadOnlyList<LockedPartition> NotedPartitions =>
        Lock is { } locked && locked.DataHash == Data.Hash && IsLocked ? locked.Partitions : Data.Partitions;

    /// <summary>The files as reports may show them: a lock from before the column of times was classified still has these.</summary>
    public IReadOnlyList<LockedPartition> ShownPartitions => WithoutClassified(NotedPartitions);

    public IReadOnlyList<LockedPartition> WithoutClassified(IReadOnlyList<LockedPartition> partitions) =>
        Contract.Columns.Any(column => column is { Role: ColumnRole.Time, Classification: not null }) ? [.. partitions.Select(partition => partition.WithoutTimes())] : partitions;

    /// <summary>Whether the data can be read; where not, they are what the lock says, and nothing can be trained.</summary>
    public required bool HasData { get; init; }

    /// <summary>Finds out which rows the files hold; asked for once, when it matters.</summary>
    public required Func<ModelPlan, PlanData> Identify { get; init; }

    /// <summary>What a pipeline of the model's own uses outside of its project.</summary>
    public required IReadOnlyList<LockedReference> References { get; init; }

    /// <summary>Full path of the model's lock, beside its source file.</summary>
    public required string LockPath { get; init; }

    /// <summary>What the lock said before this build; null when there is none.</summary>
    public required ModelLock? Lock { get; init; }

    /// <summary>Full path of what a search for its settings decided, beside the lock.</summary>
    public string TuningPath => TuningName.Beside(LockPath, Name);

    /// <summary>What a search decided; null where there was none. Set again where this build searches.</summary>
    public required Tuning? Tuning { get; set; }

    public string Name => Definition.Name;

    public string Version => Definition.Version ?? "0.0.0";

    /// <summary>The version with which data and definition, as SemVer build metadata: <c>1.2.0+data.0123abcd.def.4567cdef</c>.</summary>
    public string InformationalVersion => Informational(Version, Data.Hash, DefinitionFingerprint);

    public static string Informational(string version, string data, string definition) =>
        $"{version}{(version.Contains('+') ? '.' : '+')}data.{data[..8]}.def.{definition[..8]}";

    public string DefinitionFingerprint => Contracts.Models.DefinitionFingerprint.Compute(Definition);

    public string ContractFingerprint => Contracts.Data.ContractFingerprint.Compute(Contract);

    /// <exception cref="Diagnostics.BuildException">The data cannot be read, or does not fit its contract.</exception>
    public PlanData Data => _data ??= Identify(this);

    /// <summary>Null when nothing is used.</summary>
    public string? ReferencesFingerprint => References.Count == 0 ? null
        : References.Aggregate(new Fingerprint(), (all, reference) => all.Add(reference.Assembly).Add(reference.Fingerprint)).ToString();

    /// <summary>What the version stands for.</summary>
    /// <param name="artifact">Hash of the ONNX file; null before it is trained.</param>
    /// <param name="threshold">The model's; null before it is trained, and where it has none.</param>
    public ReleaseContent Content(string? artifact, double? threshold) =>
        ReleaseContent.Create(Definition, Contract, Shape, Data.Hash, artifact, ReferencesFingerprint, threshold);

    /// <summary>Names the trained model in the cache: equal keys mean byte-identical models.</summary>
    public string Key
    {
        get
        {
            var parts = ReferencesFingerprint is { } references ? Parts.Add(references) : Parts;
            return (Tuning?.Chosen is { } tuned ? parts.Add(tuned.Fingerprint) : parts).ToString();
        }
    }

    Fingerprint Parts => new Fingerprint()
        .Add(DefinitionFingerprint).Add(ContractFingerprint).Add(Data.Hash).Add(Data.Split.By).Add(Data.Split.Moved).Add(Tool.Version);
}
