namespace Kiln.Host.Reports.Figures;

/// <summary>What a figure shows. The names are kept in the cache; what the columns and rows are is said where each is measured.</summary>
enum FigureKind
{
    RocCurve,
    PrecisionRecallCurve,
    Calibration,
    ScoreDistribution,
    Lift,
    Thresholds,
    Confusion,
    Classes,
    PredictedAgainstActual,
    Residuals,
    Errors,
    Coverage,
    QueryGains,
    AnomalyScores,
    ClusterSizes,
    Importance,
    PartialDependence,
    Profile,
}
