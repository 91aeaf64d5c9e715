namespace Kiln.Contracts.Metrics;

/// <summary>A metric on held-out rows with its 95 % bootstrap interval.</summary>
/// <param name="Value">NaN where the metric is not defined on the rows.</param>
/// <param name="Low">NaN where there is no interval: the metric is not defined, or rests on too few rows.</param>
/// <param name="High">NaN where there is no interval.</param>
public sealed record MetricValue(double Value, double Low, double High)
{
    public bool IsDefined => !double.IsNaN(Value);

    public bool HasInterval => !double.IsNaN(Low) && !double.IsNaN(High);
}
