namespace Kiln.Contracts.Models;

/// <summary>What a model predicts; the names are those of <c>Kiln.ModelTask</c>.</summary>
public enum TaskKind
{
    BinaryClassification,
    MulticlassClassification,
    Regression,
    Ranking,
    AnomalyDetection,
    Clustering,
}
