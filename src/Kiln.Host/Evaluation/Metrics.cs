using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>A task's metrics over fixed predictions, each row, or query of a ranking, counted as often as a resample drew it, times its weight.</summary>
abstract class Metrics
{
    /// <summary>Probabilities are kept this far from 0 and 1, so that one certain mistake is bad and not infinite. ML.NET does so for several classes.</summary>
    protected const double Epsilon = 1e-15;

    /// <summary>How many a resample draws: the rows, or the queries that they are of.</summary>
    public abstract int Draws { get; }

    /// <summary>The metrics in the order of <see cref="MetricFacts.List(TaskKind, bool)"/>; NaN where one is not defined on these rows.</summary>
    public abstract double[] Measure(ReadOnlySpan<int> counts);

    /// <summary>Each row, or query, counted once.</summary>
    public double[] Measure() => Measure([.. Enumerable.Repeat(1, Draws)]);

    /// <summary>For each metric the rows it rests on, each row counted once.</summary>
    public abstract Support[] Supports { get; }

    /// <summary>Why a metric is not defined on the rows, as "they …".</summary>
    public abstract string WhyUndefined(int metric);

    public static Metrics Create(Predictions predictions) => predictions.Task switch
    {
        _ when NoMetrics.Unanswered(predictions) is > 0 and var rows => new NoMetrics(predictions, rows),
        TaskKind.BinaryClassification => new BinaryMetrics(predictions),
        TaskKind.MulticlassClassification => new MulticlassMetrics(predictions),
        TaskKind.Ranking => new RankingMetrics(predictions),
        TaskKind.AnomalyDetection => new AnomalyMetrics(predictions),
        TaskKind.Clustering => new ClusterMetrics(predictions),
        _ => new RegressionMetrics(predictions),
    };
}
