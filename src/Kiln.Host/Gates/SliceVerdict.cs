using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Host.Gates;

/// <summary>How a model does against a gate in each value of its column.</summary>
/// <param name="Ordered">The values, the worst first: those that miss the gate before all others.</param>
/// <param name="Missed">How many of them miss it.</param>
sealed record SliceVerdict(Gate Gate, SlicedMetric Sliced, IReadOnlyList<SliceValue> Ordered, int Missed)
{
    /// <summary>Null where no value has enough rows, so that the gate holds nothing.</summary>
    public SliceValue? Worst => Ordered.Count > 0 ? Ordered[0] : null;

    public bool IsMet => Worst is not null && Missed == 0;

    /// <param name="slices">All that the model's gates hold.</param>
    public static SliceVerdict Decide(Gate gate, IReadOnlyList<SlicedMetric> slices)
    {
        var sliced = slices.First(sliced => sliced.IsOf(gate));
        var sign = MetricFacts.HigherIsBetter(gate.Metric) ? 1 : -1;
        // A value that is not defined sorts before all numbers.
        SliceValue[] ordered = [.. sliced.Values.OrderBy(value => GateVerdict.IsWithin(gate, value.Metric)).ThenBy(value => sign * value.Metric.Value)];
        return new(gate, sliced, ordered, ordered.Count(value => !GateVerdict.IsWithin(gate, value.Metric)));
    }
}
