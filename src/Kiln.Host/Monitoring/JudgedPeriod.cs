using Kiln.Contracts.Metrics;

namespace Kiln.Host.Monitoring;

/// <summary>A period, and what it says.</summary>
/// <param name="Findings">Of each column; null where it has too few rows.</param>
/// <param name="Estimate">How well the model is taken to have done; null where that cannot be known.</param>
sealed record JudgedPeriod(Period Period, IReadOnlyList<ColumnFinding>? Findings, MetricValue? Estimate)
{
    public IReadOnlyList<ColumnFinding> Alarms => [.. Findings?.Where(finding => finding.IsAlarm) ?? []];
}
