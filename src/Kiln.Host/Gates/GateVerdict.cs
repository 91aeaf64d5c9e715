using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;

namespace Kiln.Host.Gates;

/// <summary>How a model does against all bounds of a gate.</summary>
static class GateVerdict
{
    public static bool IsWithin(Gate gate, MetricValue metric) => !(metric.Value < gate.AtLeast) && !(metric.Value > gate.AtMost) && !double.IsNaN(metric.Value);

    /// <summary>Whether a bound lies within the metric's interval: met or missed, the held-out rows are too few to tell.</summary>
    public static bool IsByChance(Gate gate, MetricValue metric) =>
        metric.Low < gate.AtLeast && metric.High >= gate.AtLeast || metric.Low <= gate.AtMost && metric.High > gate.AtMost;

    /// <returns><c>met</c>, <c>missed</c> or <c>undecided</c>: the worst of its bounds.</returns>
    public static string Word(Gate gate, MetricValue metric, SinceRelease? changes)
    {
        var loss = gate.NoWorseBy is null ? LossVerdict.Met : Loss.Measure(gate, changes).Verdict;
        return (gate.AtLeast ?? gate.AtMost) is not null && !IsWithin(gate, metric) || loss == LossVerdict.Missed ? "missed"
            : loss == LossVerdict.Undecided ? "undecided"
            : "met";
    }
}
