using Kiln.Contracts.Models;

namespace Kiln.Host.Reports;

/// <summary>How reports call a task.</summary>
static class TaskName
{
    public static string Of(TaskKind task) => task switch
    {
        TaskKind.BinaryClassification => "binary classification",
        TaskKind.MulticlassClassification => "multiclass classification",
        TaskKind.AnomalyDetection => "anomaly detection",
        _ => task.ToString().ToLowerInvariant(),
    };
}
