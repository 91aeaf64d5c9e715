namespace Kiln.Contracts.Models;

/// <summary>Which metrics a task has and which way they are better. Names are those of <c>Kiln.Metric</c>.</summary>
public static class MetricFacts
{
    static readonly string[] Binary =
        ["AreaUnderRocCurve", "AreaUnderPrecisionRecallCurve", "Accuracy", "F1Score", "PositivePrecision", "PositiveRecall", "LogLoss"];
    static readonly string[] Multiclass = ["MicroAccuracy", "MacroAccuracy", "LogLoss"];
    static readonly string[] Regression = ["RSquared", "RootMeanSquaredError", "MeanAbsoluteError"];

    static readonly string[] RegressionWithInterval = [.. Regression, "Coverage", "MeanIntervalWidth"];

    static readonly string[] Ranking =
    [
        "NormalizedDiscountedCumulativeGainAt10", "NormalizedDiscountedCumulativeGainAt5", "NormalizedDiscountedCumulativeGainAt3", "NormalizedDiscountedCumulativeGainAt1",
        "DiscountedCumulativeGainAt10",
    ];

    static readonly string[] Anomalies = ["FlaggedShare"];

    static readonly string[] Clusters = ["AverageDistance", "DaviesBouldinIndex"];

    static readonly string[] ClustersOfClasses = [.. Clusters, "NormalizedMutualInformation"];

    static readonly string[] KnownAnomalies = ["AreaUnderRocCurve", "DetectionRateAtFalsePositiveCount", .. Anomalies];

    /// <summary>The task's metrics in the order they are shown; the first is the one to quote.</summary>
    /// <param name="extended">Whether the predicted numbers have an interval, or a label says which rows are anomalies or what clusters should be, which is measured too.</param>
    public static IReadOnlyList<string> List(TaskKind task, bool extended = false) => task switch
    {
        TaskKind.BinaryClassification => Binary,
        TaskKind.MulticlassClassification => Multiclass,
        TaskKind.Ranking => Ranking,
        TaskKind.AnomalyDetection => extended ? KnownAnomalies : Anomalies,
        TaskKind.Clustering => extended ? ClustersOfClasses : Clusters,
        _ => extended ? RegressionWithInterval : Regression,
    };

    /// <summary>The metrics of a model of that shape, in the order they are shown.</summary>
    public static IReadOnlyList<string> List(ModelShape shape) => List(shape.Task, shape.Interval is not null || !shape.LearnsFromLabel && shape.HasLabel);

    /// <summary>Whether the metric measures the intervals of predicted numbers, so that a model without them does not have it.</summary>
    public static bool IsOfInterval(string metric) => metric is "Coverage" or "MeanIntervalWidth";

    /// <summary>Whether the metric compares what is found without a label with one, so that a model that has none does not have the metric.</summary>
    public static bool IsOfLabel(string metric, TaskKind task) => !LabelTask.LearnsFrom(task) && List(task, extended: true).Contains(metric) && !List(task).Contains(metric);

    /// <summary>The task's metric that is nearest to one of another task: accuracy for accuracy, else the one to quote.</summary>
    public static string Counterpart(string metric, TaskKind task) =>
        List(task).FirstOrDefault(own => metric.EndsWith("Accuracy", StringComparison.Ordinal) && own.EndsWith("Accuracy", StringComparison.Ordinal)) ?? List(task)[0];

    /// <summary>The tasks that have the metric.</summary>
    public static IEnumerable<TaskKind> TasksOf(string metric) => ((TaskKind[])Enum.GetValues(typeof(TaskKind))).Where(task => List(task, extended: true).Contains(metric));

    public static bool HigherIsBetter(string metric) => metric is not ("LogLoss" or "RootMeanSquaredError" or "MeanAbsoluteError" or "MeanIntervalWidth" or "FlaggedShare" or "AverageDistance" or "DaviesBouldinIndex");
}
