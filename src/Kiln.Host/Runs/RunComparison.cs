using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Runs;

/// <summary>The runs of one model beside what its lock says and its last release.</summary>
/// <param name="model">As it is defined today.</param>
/// <param name="locked">Null where none was written yet: a model whose gates were always missed.</param>
/// <param name="runs">By name.</param>
sealed class RunComparison(ModelDefinition model, ModelLock? locked, IReadOnlyList<KeptRun> runs)
{
    readonly JsonValue _today = RunJson.Definition(model);

    public string Title => $"{model.Name} {model.Version ?? "0.0.0"}";

    public bool HasRuns => runs.Count > 0;

    /// <summary>Whether the lock is not of the definition as it is today.</summary>
    bool IsStale => locked is not null && locked.Definition != DefinitionFingerprint.Compute(model);

    /// <summary>What all others are held against.</summary>
    ModelLock? Reference => locked ?? (runs.Count > 0 ? runs[0].Lock : null);

    public IReadOnlyList<ComparedModel> Rows =>
    [
        .. locked is null ? [] : (ComparedModel[])[new("lock", locked.Metrics, locked.HeldOutRows, IsStale ? "the definition changed since; build to train it" : null, "")],
        .. Release.Last(locked?.Released ?? []) is { } last ? (ComparedModel[])[Of(last, locked!)] : [],
        .. runs.Select(Of),
    ];

    /// <summary>The metrics of all rows, in the order they are shown.</summary>
    public IReadOnlyList<string> Metrics => [.. Rows.SelectMany(row => row.Metrics).Select(metric => metric.Key).Distinct()];

    /// <summary>Of each run what is not as it is today: of the definition, of the settings, of what it was trained from.</summary>
    public IEnumerable<(string Run, IReadOnlyList<string> Differences)> Differences => runs.Select(run => (run.Name, (IReadOnlyList<string>)
    [
        .. RunDifferences.OfDefinitions(run.Definition, _today),
        .. locked is null ? [] : RunDifferences.OfLocks(run, locked),
    ]));

    /// <summary>Whether no comparable row has a better value.</summary>
    public bool IsBest(ComparedModel row, string metric)
    {
        var values = Rows.Where(other => other.NotComparable is null).Select(other => other.Find(metric)).OfType<MetricValue>().Where(value => value.IsDefined).Select(value => value.Value).ToList();
        return row.NotComparable is null && values.Count > 1 && values.Distinct().Skip(1).Any() && row.Find(metric) is { IsDefined: true } own
            && own.Value == (MetricFacts.HigherIsBetter(metric) ? values.Max() : values.Min());
    }

    ComparedModel Of(KeptRun run) => new(
        $"run {run.Name}{(run.Source.Length > 0 ? $" ({run.Source})" : "")}", run.Lock.Metrics, run.Lock.HeldOutRows,
        SameRows.Difference(run.Lock, Reference!) ?? SameRows.Difference(run.Definition, _today),
        run.Verdict switch { "gateMissed" => "a gate missed", "expectationMissed" => "an expectation missed", _ => "" });

    /// <summary>On today's rows, where the lock has that: the build that trained has predicted them with the released model, too, or said why it could not.</summary>
    static ComparedModel Of(Release release, ModelLock locked)
    {
        var title = $"release {release.Version}";
        return locked.SinceRelease is not { } since || since.Version != release.Version ? Own(SameRows.Difference(release, locked))
            : since.NotCompared is { } reason ? Own(reason)
            : since.On != ComparedRows.HeldOut || since.HeldOutRows != locked.HeldOutRows ? Own(SameRows.Difference(release, locked))
            : new(title, [.. locked.Metrics.Select(metric => KeyValuePair.Create(metric.Key, since.Metrics.FirstOrDefault(other => other.Key == metric.Key).Value?.Released ?? metric.Value))], since.HeldOutRows, null, "");

        ComparedModel Own(string? difference) => new(title, release.Metrics, release.Provenance?.HeldOutRows, difference, "");
    }
}
