using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Gates;

/// <summary>Holds a model's metrics, and what they lost since the last release, against its gates.</summary>
/// <param name="directory">The project's.</param>
/// <param name="releases">Whether the model is to be released: what is undecided is an error then.</param>
sealed class GateCheck(string directory, bool releases)
{
    /// <summary>An error for each gate that is missed, and a warning for each that cannot be decided, at the attribute.</summary>
    public IEnumerable<Diagnostic> Check(
        ModelDefinition model, IReadOnlyList<Measurement> measurements, long heldOutRows, SinceRelease? changes, IReadOnlyList<SlicedMetric> slices)
    {
        foreach (var (gate, location) in model.Gates)
        {
            if (measurements.FirstOrDefault(m => m.Metric == gate.Metric) is not { } measured)
            {
                yield return At(location, Ids.MetricNotOfTask,
                    MetricFacts.IsOfInterval(gate.Metric) && MetricFacts.TasksOf(measurements[0].Metric).Contains(TaskKind.Regression)
                        ? $"{gate.Metric} measures the intervals of predictions, and '{model.Name}' has none; write Interval = 0.9 in [Model], or remove the gate"
                        : MetricFacts.IsOfLabel(gate.Metric, MetricFacts.TasksOf(measurements[^1].Metric).First())
                        ? model.Task == TaskKind.Clustering
                        ? $"{gate.Metric} compares clusters with classes that are known, and no held-out row of '{model.Name}' has a label; name one as Label, or gate on DaviesBouldinIndex"
                        : $"{gate.Metric} compares what is flagged with anomalies that are known, and no held-out row of '{model.Name}' has a label; name one as Label, or gate on FlaggedShare"
                        : $"{gate.Metric} is not a metric of this task; its metrics are {string.Join(", ", measurements.Select(m => m.Metric))}");
                continue;
            }
            if (gate.Slice is not null)
            {
                if (Miss(SliceVerdict.Decide(gate, slices), location, heldOutRows) is { } slice)
                    yield return slice;
                continue;
            }
            if (!measured.Value.IsDefined && (gate.AtLeast ?? gate.AtMost) is not null)
                yield return At(location, Ids.GateMissed,
                    $"{gate.Metric} is not defined on the {Counted.Format(heldOutRows, "held-out row")}: {measured.Missing}; "
                    + $"{Because(gate)}nothing was published: add data, or choose another split");
            if (measured.Value.Value < gate.AtLeast)
                yield return Miss(gate, location, measured, heldOutRows, "below", gate.AtLeast.Value);
            if (measured.Value.Value > gate.AtMost)
                yield return Miss(gate, location, measured, heldOutRows, "above", gate.AtMost.Value);
            if (gate.NoWorseBy is not null && Unmet(gate, location, changes) is { } loss)
                yield return loss;
        }
    }

    Diagnostic Miss(Gate gate, Location location, Measurement measured, long rows, string side, double bound) => At(
        location, Ids.GateMissed,
        $"{gate.Metric} {Text(measured.Value.Value)} is {side} the gate {Text(bound)} on {Counted.Format(rows, "held-out row")} "
        + $"({Interval(gate, measured.Value) ?? $"no interval: {measured.Missing}"}); "
        + Because(gate)
        + "nothing was published: improve the data or the model, or move the gate");

    /// <summary>The worst of the values that miss a gate; null where none does.</summary>
    Diagnostic? Miss(SliceVerdict verdict, Location location, long rows)
    {
        var gate = verdict.Gate;
        if (verdict.IsMet)
            return null;
        if (verdict.Worst is not { } worst)
            return At(location, Ids.GateMissed,
                $"no value of '{gate.Slice}' has {gate.FewestRows} of the {Counted.Format(rows, "held-out row")}, so the gate on {gate.Metric} holds nothing; "
                + $"{Because(gate)}nothing was published: set a smaller MinRows, or add data, of which a fifth is held out");
        var where = $"{Counted.Format(worst.Rows, "held-out row")} where '{gate.Slice}' is '{worst.Name}'";
        var others = verdict.Missed > 1 ? $"; {Counted.Format(verdict.Missed - 1, "other value")} {(verdict.Missed > 2 ? "miss" : "misses")} it too" : "";
        if (!worst.Metric.IsDefined)
            return At(location, Ids.GateMissed,
                $"{gate.Metric} is not defined on the {where}{others}; {Because(gate)}nothing was published: raise MinRows, add data, or gate on a metric that they have");
        var (side, bound) = worst.Metric.Value < gate.AtLeast ? ("below", gate.AtLeast.Value) : ("above", gate.AtMost!.Value);
        return At(location, Ids.GateMissed,
            $"{gate.Metric} {Text(worst.Metric.Value)} is {side} the gate {Text(bound)} on the {where} ({Interval(gate, worst.Metric) ?? "no interval: too few of them are of the kind that counts"}){others}; "
            + Because(gate)
            + "nothing was published: improve the data or the model there, or move the gate");
    }

    static string? Interval(Gate gate, MetricValue metric) => !metric.HasInterval ? null
        : $"95 % interval {Text(metric.Low)}–{Text(metric.High)}{(GateVerdict.IsByChance(gate, metric) ? ", which holds the gate: too few rows to tell" : "")}";

    Diagnostic? Unmet(Gate gate, Location location, SinceRelease? changes)
    {
        var loss = Loss.Measure(gate, changes);
        var bound = $"{gate.Metric} is worse than released {changes?.Version} by more than the gate allows, {Text(gate.NoWorseBy!.Value)}";
        return loss.Verdict switch
        {
            LossVerdict.Missed => At(location, Ids.WorseThanReleased,
                $"{bound}: {loss.Why}; {Because(gate)}nothing was published: improve the data or the model, or move the gate"),
            LossVerdict.Undecided => At(location, Ids.WorseThanReleased,
                $"it is undecided whether {bound}: {loss.Why}; {Because(gate)}"
                + (releases ? "a release must be known to be no worse, so nothing was released: " : "")
                + loss.Remedy,
                isWarning: !releases),
            _ => null,
        };
    }

    Diagnostic At(Location location, string id, string message, bool isWarning = false) =>
        new(Path.GetFullPath(location.File, directory), location.Line, location.Column, id, message, isWarning);

    static string Because(Gate gate) => gate.Because is null ? "" : $"the gate is there because {gate.Because.TrimEnd('.')}; ";

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
