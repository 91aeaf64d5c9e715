using Kiln.Contracts.Gates;
using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Locks;

/// <summary>A metric on the held-out rows of each value of a column.</summary>
/// <param name="MinRows">How many held-out rows a value has at least to be among them.</param>
/// <param name="Values">In the contract's order, behind it those it does not list, together, and the missing one.</param>
/// <param name="Smaller">How many values occur in fewer held-out rows.</param>
public sealed record SlicedMetric(string Metric, string Column, int MinRows, IReadOnlyList<SliceValue> Values, int Smaller)
{
    /// <summary>Whether it is what the gate holds.</summary>
    public bool IsOf(Gate gate) => gate.Slice == Column && gate.Metric == Metric && gate.FewestRows == MinRows;
}

/// <summary>A metric on the held-out rows of one value.</summary>
/// <param name="Name">The value as the file spells it; where values may not be printed, its number in the contract.</param>
public sealed record SliceValue(string Name, long Rows, MetricValue Metric);
