using Kiln.Contracts.Locks;

namespace Kiln.TrainerHost.Cache;

/// <summary>What training gives: the ONNX file and how well it does on the held-out rows.</summary>
/// <param name="Notes">What the user should know of the training, such as columns that were left out.</param>
sealed record TrainedModel(
    byte[] Onnx,
    string OnnxHash,
    long TrainingRows,
    long HeldOutRows,
    IReadOnlyList<KeyValuePair<string, MetricValue>> Metrics,
    IReadOnlyList<string> Notes);
