using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Host.Evaluation;
using Kiln.Monitoring;

namespace Kiln.Host.Cache;

/// <summary>What training gives: the ONNX file and how well it does on the held-out rows.</summary>
/// <param name="Boosting">How the default pipeline's trees were grown; null where there are none.</param>
/// <param name="Threshold">From which probability on it predicts the positive class; null where the sign of the score decides, or there are no two classes.</param>
/// <param name="Notes">What the user should know of the training, such as columns that were left out.</param>
sealed record TrainedModel(
    byte[] Onnx,
    string OnnxHash,
    long TrainingRows,
    long HeldOutRows,
    LockedBoosting? Boosting,
    double? Threshold,
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<string> Notes)
{
    /// <summary>The columns that were classified when it was trained, whose values no note names.</summary>
    public IReadOnlyList<string> Classified { get; init; } = [];

    /// <summary>What the application's use of it is held against; null where an older version of Kiln trained it.</summary>
    public ModelProfile? Profile { get; init; }

    /// <summary>In the order they are shown; also those that are not defined on the held-out rows.</summary>
    public IReadOnlyList<KeyValuePair<string, MetricValue>> Metrics =>
        [.. Measurements.Select(measurement => KeyValuePair.Create(measurement.Metric, measurement.Value))];
}
