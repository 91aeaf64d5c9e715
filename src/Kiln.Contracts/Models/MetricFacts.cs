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

    /// <summary>The task's metrics in the order they are shown; the first is the one to quote.</summary>
    /// <param name="hasInterval">Whether the predicted numbers have an interval, which is measured too.</param>
    public static IReadOnlyList<string> List(TaskKind task, bool hasInterval = false) => task switch
    {
        TaskKind.BinaryClassification => Binary,
        TaskKind.MulticlassClassification => Multiclass,
        TaskKind.Ranking => Ranking,
        _ => hasInterval ? RegressionWithInterval : Regression,
    };

    /// <summary>The metrics of a model of that shape, in the order they are shown.</summary>
    public static IReadOnlyList<string> List(ModelShape shape) => List(shape.Task, shape.Interval is not null);

    /// <summary>Whether the metric measures the intervals of predicted numbers, so that a model without them does not have it.</summary>
    public static bool IsOfInterval(string metric) => metric is "Coverage" or "MeanIntervalWidth";

    /// <summary>The task's metric that is nearest to one of another task: accuracy for accuracy, else the one to quote.</summary>
    public static string Counterpart(string metric, TaskKind task) =>
        List(task).FirstOrDefault(own => metric.EndsWith("Accuracy", StringComparison.Ordinal) && own.EndsWith("Accuracy", StringComparison.Ordinal)) ?? List(task)[0];

    /// <summary>The tasks that have the metric.</summary>
    public static IEnumerable<TaskKind> TasksOf(string metric) => ((TaskKind[])Enum.GetValues(typeof(TaskKind))).Where(task => List(task, hasInterval: true).Contains(metric));

    public static bool HigherIsBetter(string metric) => metric is not ("LogLoss" or "RootMeanSquaredError" or "MeanAbsoluteError" or "MeanIntervalWidth");
}
