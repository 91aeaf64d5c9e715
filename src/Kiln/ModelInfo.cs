namespace Kiln;

/// <summary>What a loaded model knows about itself, from the manifest beside the ONNX file.</summary>
public sealed class ModelInfo
{
    /// <summary>The model's class name, for people: <c>ChurnModel</c>. Two models of one application may have the same.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The model's class by its full name, as reflection spells it: <c>Shop.Customers.ChurnModel</c>, or <c>Shop.Customers+ChurnModel</c> inside
    /// another type. No other model of an application has it, and the model's files are called by it.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>
    /// The version it was trained as, followed by the data and the definition it was trained from as SemVer build metadata, 8 hexadecimal
    /// digits each: <c>1.2.0+data.0123abcd.def.4567cdef</c>.
    /// </summary>
    public required string Version { get; init; }

    /// <summary>The dataset it was trained on.</summary>
    public required string Dataset { get; init; }

    /// <summary>The column it predicts; of anomalies the one that says which rows are known to be some, of clusters the one that they are held against, empty where there is none.</summary>
    public required string Label { get; init; }

    /// <summary>What it predicts.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>
    /// From which probability on a binary model predicts the positive value, as its <c>[Model]</c> says or training chose it; null where the
    /// sign of the score decides. From which score on a row is an anomaly. Null for other tasks.
    /// </summary>
    public float? Threshold { get; init; }

    /// <summary>
    /// The share of values that is to lie between <c>Low</c> and <c>High</c> of its predictions, as its <c>[Model]</c> says; null where they
    /// have no interval.
    /// </summary>
    public float? Interval { get; init; }

    /// <summary>Whether it can say why: where not, <c>Explain</c> throws, and the build has said what stands in the way (KILN4016).</summary>
    public bool CanExplain { get; init; }

    /// <summary>How many rows it was trained on.</summary>
    public required long TrainingRows { get; init; }

    /// <summary>How many rows were held out to measure it.</summary>
    public required long HeldOutRows { get; init; }

    /// <summary>SHA-256 over the rows of the data, whatever files hold them, in lower-case hexadecimal.</summary>
    public required string DataHash { get; init; }

    /// <summary>SHA-256 of the ONNX file, in lower-case hexadecimal.</summary>
    public required string ArtifactHash { get; init; }

    /// <summary>The metrics on the held-out rows; one that is not defined on them is absent.</summary>
    public required IReadOnlyDictionary<Metric, double> Metrics { get; init; }
}
