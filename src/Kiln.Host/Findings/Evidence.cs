using Kiln.Contracts.Metrics;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Findings;

/// <summary>What findings about a trained model rest on beyond its metrics, all of it about the held-out rows.</summary>
/// <param name="Linear">A linear model's metrics, in the order they are shown; empty where there is no such model to hold it against.</param>
/// <param name="WhyNoLinear">Why there is none, as "no linear model beside it: …" goes on; null where nothing is to be said.</param>
sealed record Evidence(IReadOnlyList<BaselineMetric> Linear, string? WhyNoLinear)
{
    /// <summary>Null where predictions have no such line, or too few rows show it.</summary>
    public Recalibration? Recalibration { get; init; }

    /// <summary>Null where there are no probabilities, or too few rows.</summary>
    public CalibrationError? CalibrationError { get; init; }

    /// <summary>The task's first metric on training rows, with its interval; not defined where nothing is learned from a label.</summary>
    public MetricValue Training { get; init; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Features of which nothing is seen in the metric when their values are shuffled.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Null where the linear model has no such metric.</summary>
    public BaselineMetric? Find(string metric) => Linear.FirstOrDefault(measured => measured.Metric == metric);
}
