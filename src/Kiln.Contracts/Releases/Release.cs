using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Releases;

/// <summary>A version that was declared shipped. It never changes again.</summary>
public sealed record Release
{
    /// <summary>The highest version; null where nothing was released.</summary>
    public static Release? Last(IEnumerable<Release> released) =>
        released.OrderBy(release => SemanticVersion.Parse(release.Version)).LastOrDefault();

    public required string Version { get; init; }

    /// <summary>When, from what and by what it was made; null in a release of an earlier Kiln, which did not say.</summary>
    public ReleaseProvenance? Provenance { get; init; }

    public required ReleaseContent Content { get; init; }

    public required IReadOnlyList<KeyValuePair<string, MetricValue>> Metrics { get; init; }

    /// <summary>The gates it met; null in a release of an earlier Kiln, which did not say.</summary>
    public IReadOnlyList<Gate>? Gates { get; init; }

    /// <summary>The expectations it met; empty in a release of an earlier Kiln, which had none.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>A few held-out rows, chosen by hash, with what the model said of them; empty where rows are not to be kept for ever, as by default.</summary>
    public IReadOnlyList<ReleasedPrediction> Predictions { get; init; } = [];

    /// <summary>What later models are compared with: the lock keeps that of the last release only. Null also in a release that was recorded before there was one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>A hash over the baseline, which the entry keeps when that goes; null where there never was one.</summary>
    public string? BaselineHash
    {
        get => Baseline is { } baseline ? BaselineJson.Hash(baseline) : field;
        init;
    }

    /// <summary>A hash over all of the above: what was edited by hand does not fit it.</summary>
    /// <remarks>
    /// Of the baseline it covers the hash, so that it holds with and without it. That of an earlier Kiln's release covers the baseline
    /// itself, so such an entry keeps what it has.
    /// </remarks>
    public string Seal => new Fingerprint().Add(IsOfEarlierKiln ? "release 1" : "release 2").Add(ReleaseJson.WriteUnsealed(this)).ToString();

    /// <summary>Its entry holds its baseline.</summary>
    internal bool IsOfEarlierKiln => Provenance is null;
}
