using Kiln.Contracts.Gates;
using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Releases;

/// <summary>A version that was declared shipped. It never changes again.</summary>
public sealed class Release
{
    /// <summary>The highest version; null where nothing was released.</summary>
    public static Release? Last(IEnumerable<Release> released) =>
        released.OrderBy(release => SemanticVersion.Parse(release.Version)).LastOrDefault();

    public required string Version { get; init; }

    public required ReleaseContent Content { get; init; }

    public required IReadOnlyList<KeyValuePair<string, MetricValue>> Metrics { get; init; }

    /// <summary>The gates it met; null in a release of an earlier Kiln, which did not say.</summary>
    public IReadOnlyList<Gate>? Gates { get; init; }

    /// <summary>A few held-out rows, chosen by hash, with what the model said of them.</summary>
    public required IReadOnlyList<ReleasedPrediction> Predictions { get; init; }

    /// <summary>What later models are compared with; null in a release that was recorded before there was one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>A hash over all of the above: what was edited by hand does not fit it.</summary>
    /// <remarks>A release without a baseline has the seal it was given.</remarks>
    public string Seal => new Fingerprint().Add("release 1").Add(ReleaseJson.WriteUnsealed(this)).ToString();
}
