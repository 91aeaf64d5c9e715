namespace Kiln.Contracts.Models;

/// <summary>Which metrics a task has and which way they are better. Names are those of <c>Kiln.Metric</c>.</summary>
public static class MetricFacts
{
    static readonly string[] Binary =
        ["AreaUnderRocCurve", "AreaUnderPrecisionRecallCurve", "Accuracy", "F1Score", "PositivePrecision", "PositiveRecall", "LogLoss"];
    static readonly string[] Multiclass = ["MicroAccuracy", "MacroAccuracy", "LogLoss"];
    static readonly string[] Regression = ["RSquared", "RootMeanSquaredError", "MeanAbsoluteError"];

    /// <summary>The task's metrics in the order they are shown; the first is the one to quote.</summary>
    public static IReadOnlyList<string> List(TaskKind task) => task switch
    {
        TaskKind.BinaryClassification => Binary,
        TaskKind.MulticlassClassification => Multiclass,
        _ => Regression,
    };

    /// <summary>The task's metric that is nearest to one of another task: accuracy for accuracy, else the one to quote.</summary>
    public static string Counterpart(string metric, TaskKind task) =>
        List(task).FirstOrDefault(own => metric.EndsWith("Accuracy", StringComparison.Ordinal) && own.EndsWith("Accuracy", StringComparison.Ordinal)) ?? List(task)[0];

    /// <summary>The tasks that have the metric.</summary>
    public static IEnumerable<TaskKind> TasksOf(string metric) => ((TaskKind[])Enum.GetValues(typeof(TaskKind))).Where(task => List(task).Contains(metric));

    public static bool HigherIsBetter(string metric) => metric is not ("LogLoss" or "RootMeanSquaredError" or "MeanAbsoluteError");
}
