using Kiln.Contracts;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Cards;
using Kiln.Host.Diagnostics;
using Kiln.Host.Expectations;
using Kiln.Host.Findings;
using Kiln.Host.Gates;
using Kiln.Host.Models;

namespace Kiln.Host.Reports;

/// <summary>What is shown of one model: what it was trained on, why, and how well it does.</summary>
/// <param name="Reason">Why it was, or was not, trained.</param>
/// <param name="Version">Its version held against the last release.</param>
/// <param name="Changes">What changed since the last release; null where nothing was released.</param>
/// <param name="Slices">What gates hold in each value of a column.</param>
/// <param name="Expectations">How it does against what is expected of it.</param>
/// <param name="GatesMissed">Whether a gate is missed.</param>
sealed record ModelReport(
    ModelPlan Plan, TrainedModel Model, string Reason, VersionVerdict Version, SinceRelease? Changes, IReadOnlyList<SlicedMetric> Slices,
    IReadOnlyList<ExpectationResult> Expectations, bool GatesMissed)
{
    /// <summary>What findings rest on; null where there were no data to measure it on.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>What people have written of it.</summary>
    public required Card Card { get; init; }

    /// <summary>What is to be said of the model beside its gates.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>Every version that was released, in the order of the releases.</summary>
    public IReadOnlyList<Release> Released { get; init; } = Plan.Lock?.Released ?? [];

    public bool ExpectationsMissed => Plan.Definition.Expectations.Any(declared => !ExpectationVerdict.Find(declared.Expectation, Expectations).Measured.Meets(declared.Expectation));

    /// <summary>What was missed, as files for scripts say it; null where nothing was.</summary>
    public string? Missed => GatesMissed ? "gateMissed" : ExpectationsMissed ? "expectationMissed" : null;

    /// <summary>Nothing was published.</summary>
    public bool IsRefused => Missed is not null;

    public string Title => $"{Plan.Name} {Plan.Version}";

    public string Rows => $"{Numbers.Text(Model.TrainingRows)} rows trained, {Numbers.Text(Model.HeldOutRows)} held out by "
        + (Plan.Shape.SplitColumn is { } column ? $"{Plan.Shape.Split.ToString().ToLowerInvariant()} ({column.Name})" : "hash");

    /// <summary>Which part of the version is due since the last release, and why; null when nothing was released.</summary>
    public string? Due => Version switch
    {
        { Due: null } => null,
        { Due.Part: VersionPart.None } => $"nothing is due since {Version.Last!.Version}",
        _ => $"{Version.Due.Part.ToString().ToLowerInvariant()} is due since {Version.Last!.Version}: {string.Join("; ", Version.Due.Reasons)}",
    };

    /// <summary>What the rows of <see cref="Table"/> hold.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["metric", "value", "95 % interval", "no skill", "linear", "gate"];

    /// <summary>A row for each metric, and under it one for the worst value of each column in whose values a gate holds it.</summary>
    public IEnumerable<string[]> Table => Model.Measurements.SelectMany(measured =>
    {
        var gates = Plan.Definition.Gates.Select(declared => declared.Gate).Where(gate => gate.Metric == measured.Metric).ToList();
        return (IEnumerable<string[]>)
        [
            Row(measured.Metric, measured.Value, measured.NoSkill, Evidence?.Find(measured.Metric)?.Value ?? double.NaN, string.Join(", ", gates.Where(gate => gate.Slice is null).SelectMany(gate => Verdicts(gate, measured.Value)))),
            .. gates.Where(gate => gate.Slice is not null).Select(gate => Row(SliceVerdict.Decide(gate, Slices))),
        ];
    });

    static string[] Row(string name, MetricValue value, double noSkill, double linear, string gate) =>
        [name, Numbers.Text(value.Value), value.HasInterval ? $"{Numbers.Text(value.Low)} – {Numbers.Text(value.High)}" : "n/a", Numbers.Text(noSkill), Numbers.Text(linear), gate];

    static string[] Row(SliceVerdict verdict)
    {
        var (gate, sliced) = (verdict.Gate, verdict.Sliced);
        var left = sliced.Smaller > 0 ? $"; {Counted.Format(sliced.Smaller, "value")} of fewer than {sliced.MinRows} rows left out" : "";
        return verdict.Worst is { } worst
            ? Row($"{gate.Metric} where {gate.Slice} is {worst.Name} ({Counted.Format(worst.Rows, "row")}, worst of {sliced.Values.Count})", worst.Metric, double.NaN, double.NaN, Bounds(gate, worst.Metric) + left)
            : Row($"{gate.Metric} in each {gate.Slice}", new(double.NaN, double.NaN, double.NaN), double.NaN, double.NaN, $"missed{left}");
    }

    /// <summary>What training found worth knowing. It may name values, so what was noted before a column was classified is not shown.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            string[] since = [.. Plan.Contract.Classified.Except(Model.Classified)];
            return since.Length == 0 ? Model.Notes
                : [$"what the training noted is not shown, because it may name values of {string.Join(", ", since)}, classified since; build with -p:KilnTrain=always to have it noted again"];
        }
    }

    /// <summary>Why some metrics have no interval or no linear model beside them, where not a warning says so: a line for each reason.</summary>
    public IEnumerable<string> Missing =>
        [.. WithoutInterval, .. Evidence?.WhyNoLinear is { } why ? (string[])[$"no linear model beside it: {why}"] : []];

    IEnumerable<string> WithoutInterval => Model.Measurements
        .Where(measured => measured.Value.IsDefined && measured.Missing is not null)
        .GroupBy(measured => measured.Missing, measured => measured.Metric)
        .Select(reason => $"no interval of {string.Join(", ", reason)} on the held-out rows: {reason.Key}");

    IEnumerable<string> Verdicts(Gate gate, MetricValue metric)
    {
        if ((gate.AtLeast ?? gate.AtMost) is not null)
            yield return Bounds(gate, metric);
        if (gate.NoWorseBy is { } allowed)
            yield return $"no worse by {Numbers.Text(allowed)} {Word(Loss.Measure(gate, Changes).Verdict)}";
    }

    static string Bounds(Gate gate, MetricValue metric)
    {
        var bounds = new List<string>();
        if (gate.AtLeast is { } least)
            bounds.Add($"≥ {Numbers.Text(least)}");
        if (gate.AtMost is { } most)
            bounds.Add($"≤ {Numbers.Text(most)}");
        return $"{string.Join(" and ", bounds)} {(GateVerdict.IsWithin(gate, metric) ? "met" : "missed")}{(GateVerdict.IsByChance(gate, metric) ? ", too few rows to tell" : "")}";
    }

    static string Word(LossVerdict verdict) => verdict switch
    {
        LossVerdict.NothingReleased => "(nothing is released yet)",
        LossVerdict.Met => "met",
        LossVerdict.Missed => "missed",
        _ => "undecided",
    };
}
