using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.TrainerHost.Cache;
using Kiln.TrainerHost.Gates;
using Kiln.TrainerHost.Models;

namespace Kiln.TrainerHost.Reports;

/// <summary>What is shown of one model: what it was trained on, why, and how well it does.</summary>
/// <param name="Decision">Why it was, or was not, trained.</param>
/// <param name="Due">Which part of the version is due since the last release, and why; null when nothing was released.</param>
/// <param name="Changes">What changed since the last release; null where nothing was released.</param>
/// <param name="GatesMissed">True when nothing was published.</param>
sealed record ModelReport(ModelPlan Plan, TrainedModel Model, string Decision, string? Due, SinceRelease? Changes, bool GatesMissed)
{
    public string Title => $"{Plan.Name} {Plan.Version}";

    public string Rows => $"{Numbers.Text(Model.TrainingRows)} rows trained, {Numbers.Text(Model.HeldOutRows)} held out by "
        + (Plan.Shape.SplitColumn is { } column ? $"{Plan.Shape.Split.ToString().ToLowerInvariant()} ({column.Name})" : "hash");

    /// <summary>A row for each metric: name, value, interval, gate.</summary>
    public IEnumerable<string[]> Table => Model.Metrics.Select(metric => new[]
    {
        metric.Key,
        Numbers.Text(metric.Value.Value),
        $"{Numbers.Text(metric.Value.Low)} – {Numbers.Text(metric.Value.High)}",
        string.Join(", ", Plan.Definition.Gates.Where(gate => gate.Metric == metric.Key).SelectMany(gate => Verdicts(gate, metric.Value))),
    });

    IEnumerable<string> Verdicts(GateDefinition gate, MetricValue metric)
    {
        var bounds = new List<string>();
        if (gate.AtLeast is { } least)
            bounds.Add($"≥ {Numbers.Text(least)}");
        if (gate.AtMost is { } most)
            bounds.Add($"≤ {Numbers.Text(most)}");
        var met = !(metric.Value < gate.AtLeast) && !(metric.Value > gate.AtMost) && !double.IsNaN(metric.Value);
        if (bounds.Count > 0)
            yield return $"{string.Join(" and ", bounds)} {(met ? "met" : "missed")}";
        if (gate.NoWorseBy is { } allowed)
            yield return $"no worse by {Numbers.Text(allowed)} {Word(Loss.Of(gate, Changes).Verdict)}";
    }

    static string Word(LossVerdict verdict) => verdict switch
    {
        LossVerdict.NothingReleased => "(nothing is released yet)",
        LossVerdict.Met => "met",
        LossVerdict.Missed => "missed",
        _ => "undecided",
    };
}
