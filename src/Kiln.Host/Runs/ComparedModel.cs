using Kiln.Contracts.Metrics;

namespace Kiln.Host.Runs;

/// <summary>A row of the table: a run, what the lock says, or the last release.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Metrics">In the order they are shown.</param>
/// <param name="HeldOutRows">How many rows they are measured on; null where that is not known.</param>
/// <param name="NotComparable">Why its metrics cannot stand beside the lock's; null where they can.</param>
/// <param name="Verdict">Whether it met its gates and expectations; empty where it passed.</param>
sealed record ComparedModel(string Title, IReadOnlyList<KeyValuePair<string, MetricValue>> Metrics, long? HeldOutRows, string? NotComparable, string Verdict)
{
    public MetricValue? Find(string metric) => Metrics.FirstOrDefault(other => other.Key == metric).Value;
}
