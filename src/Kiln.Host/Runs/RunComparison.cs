using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Runs;

/// <summary>The runs of one model beside what its lock says and its last release.</summary>
/// <param name="model">As it is defined today.</param>
/// <param name="contract">That of its dataset, today.</param>
/// <param name="shape">What the two come to.</param>
/// <param name="locked">Null where none was written yet: a model whose gates were always missed.</param>
/// <param name="runs">By name.</param>
sealed class RunComparison(ModelDefinition model, DataContract contract, ModelShape shape, ModelLock? locked, IReadOnlyList<KeptRun> runs)
{
    readonly JsonValue _today = RunJson.Definition(model);
    readonly MeasuredBy _measured = MeasuredBy.Of(shape);
    readonly string _definition = DefinitionFingerprint.Compute(model);
    readonly string _contract = ContractFingerprint.Compute(contract);

    public string Title => $"{model.Name} {model.Version ?? "0.0.0"}";

    public bool HasRuns => runs.Count > 0;

    /// <summary>The run that the others are held against; null where the lock is.</summary>
    KeptRun? ReferenceRun => locked is null ? RunOfLockedData ?? FirstKept(runs)
        : Stale is not null && RunOfLockedData is { } run && SameRows.Difference(run.Lock, locked) is not null ? run : null;

    /// <summary>What the others are held against, where that is not the lock.</summary>
    public string? Against => ReferenceRun is not { } run ? null
        : $"What is comparable is held against run {run.Name}, the first that was kept{(run.Measured.Difference(_measured) is null ? " and is measured as today's definition says" : "")}: "
            + $"{(locked is null ? "there is no lock yet" : "the lock is not of it")}.";

    /// <summary>The metrics of all rows, in the order they are shown.</summary>
    public IReadOnlyList<string> Metrics => [.. Rows.SelectMany(row => row.Metrics).Select(metric => metric.Key).Distinct()];

    public IReadOnlyList<ComparedModel> Rows =>
    [
        .. locked is null ? [] : (ComparedModel[])[new("lock", locked.Metrics, locked.HeldOutRows, Stale is { } changed ? $"the {changed} changed since; build to train it" : null, "")],
        .. Release.Last(locked?.Released ?? []) is { } last ? (ComparedModel[])[Of(last, locked!)] : [],
        .. runs.Select(Of),
    ];

    /// <summary>Of each run what is not as it is today: of the definition, of the settings, of what it was trained from.</summary>
    public IEnumerable<(string Run, IReadOnlyList<string> Differences)> Differences => runs.Select(run => (run.Name, (IReadOnlyList<string>)
    [
        .. RunDifferences.OfDefinitions(run, _today, _measured),
        .. locked is null ? [] : RunDifferences.OfLocks(run, locked),
    ]));

    /// <summary>What today's lock is not of; null where it is of today's definition and contract.</summary>
    string? Stale => locked is null ? null : locked.Definition != _definition ? "definition" : locked.Contract != _contract ? "contract" : null;

    /// <summary>A stale lock may have held out other rows of its data than today's definition does; a run of that definition says which.</summary>
    KeptRun? RunOfLockedData => FirstKept(runs.Where(run => run.Measured.Difference(_measured) is null && (locked is null || run.Lock.Dataset == locked.Dataset && run.Lock.DataHash == locked.DataHash)));

    /// <summary>What all others are held against.</summary>
    ModelLock Reference => ReferenceRun?.Lock ?? locked!;

    /// <summary>Whether no comparable row has a better value.</summary>
    public bool IsBest(ComparedModel row, string metric)
    {
        var values = Rows.Where(other => other.NotComparable is null).Select(other => other.Find(metric)).OfType<MetricValue>().Where(value => value.IsDefined).Select(value => value.Value).ToList();
        return row.NotComparable is null && values.Count > 1 && values.Distinct().Skip(1).Any() && row.Find(metric) is { IsDefined: true } own
            && own.Value == (MetricFacts.HigherIsBetter(metric) ? values.Max() : values.Min());
    }

    ComparedModel Of(KeptRun run) => new(
        $"run {run.Name}{(run.Source.Length > 0 ? $" ({run.Source})" : "")}", run.Lock.Metrics, run.Lock.HeldOutRows,
        SameRows.Difference(run.Lock, Reference) ?? run.Measured.Difference(_measured),
        run.Verdict switch { "gateMissed" => "a gate missed", "expectationMissed" => "an expectation missed", _ => "" });

    /// <summary>On today's rows, where the lock has that: the build that trained has predicted them with the released model, too, or said why it could not.</summary>
    ComparedModel Of(Release release, ModelLock locked)
    {
        var title = $"release {release.Version}";
        var another = release.Content.Definition == _definition && release.Content.Contract == _contract ? null : _measured.Difference(release);
        return locked.SinceRelease is not { } since || since.Version != release.Version ? Own(another ?? SameRows.Difference(release, Reference))
            : since.NotCompared is { } reason ? Own(reason)
            : since.On != ComparedRows.HeldOut || since.HeldOutRows != locked.HeldOutRows ? Own(another ?? SameRows.Difference(release, Reference))
            // By the lock's measure, whatever the release's was; but that is today's only where the lock is not stale.
            : Stale is not null && (another ?? SameRows.Difference(locked, Reference)) is { } difference ? Own(difference)
            : new(title, [.. locked.Metrics.Select(metric => KeyValuePair.Create(metric.Key, since.Metrics.FirstOrDefault(other => other.Key == metric.Key).Value?.Released ?? metric.Value))], since.HeldOutRows, null, "");

        ComparedModel Own(string? difference) => new(title, release.Metrics, release.Provenance?.HeldOutRows, difference, "");
    }

    static KeptRun? FirstKept(IEnumerable<KeptRun> runs) => runs.OrderBy(run => run.Kept ?? DateTime.MaxValue).ThenBy(run => run.Name, StringComparer.Ordinal).FirstOrDefault();
}
