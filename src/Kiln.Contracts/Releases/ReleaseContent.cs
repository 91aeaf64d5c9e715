using Kiln.Contracts.Data;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Releases;

/// <summary>What a version stands for: two builds of equal content are one version.</summary>
public sealed class ReleaseContent
{
    /// <summary>Fingerprint of the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>Fingerprint of the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>One hash over what its pipeline uses outside of its project; null where that is nothing or not known, and then it is not compared.</summary>
    public string? References { get; init; }

    /// <summary>Hash of the data; null where it is not known, as in a compiler, and then it is not compared.</summary>
    public string? Data { get; init; }

    /// <summary>SHA-256 of the ONNX file; null where it is not known, as before training, and then it is not compared.</summary>
    public string? Artifact { get; init; }

    /// <summary>
    /// From which probability on the positive class is predicted, or from which score on a row is an anomaly; null where the sign of the score decides, and where it is not known, as
    /// before training, and then it is not compared.
    /// </summary>
    public double? Threshold { get; init; }

    public required TaskKind Task { get; init; }

    /// <summary>The column that is predicted; empty for anomalies and clusters, which a label only measures.</summary>
    public required string Label { get; init; }

    /// <summary>The classes as calling code has them, in the order of the scores: the negative, then the positive one of a binary model; the numbers of the clusters; empty for other tasks.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public required IReadOnlyList<ReleasedInput> Inputs { get; init; }

    public required IReadOnlyList<ReleasedOutput> Outputs { get; init; }

    public static ReleaseContent Create(
        ModelDefinition model, DataContract contract, ModelShape shape, string? data = null, string? artifact = null, string? references = null,
        double? threshold = null) => new()
    {
        Definition = DefinitionFingerprint.Compute(model),
        Contract = ContractFingerprint.Compute(contract),
        References = references,
        Data = data,
        Artifact = artifact,
        Threshold = threshold,
        Task = shape.Task,
        Label = shape.LearnsFromLabel ? shape.Label.Name : "",
        Classes = shape.Task == TaskKind.AnomalyDetection ? [] : ClassesOf(shape),
        Inputs = [.. shape.Features
            .Select(column => new ReleasedInput(column.Name, column.Property, Words.CSharp(column.Type), !column.Nullable))],
        Outputs = OutputsOf(shape),
    };

    /// <summary>How the data spells true and false is nothing that calling code sees.</summary>
    static IReadOnlyList<string> ClassesOf(ModelShape shape) =>
        !shape.IsTrueOrFalse ? shape.Classes : shape.Positive == shape.Label.TrueText ? ["false", "true"] : ["true", "false"];

    static IReadOnlyList<ReleasedOutput> OutputsOf(ModelShape shape) => shape.Task switch
    {
        TaskKind.BinaryClassification => [new("PredictedLabel", shape.IsTrueOrFalse ? "bool" : shape.Label.Property), new("Probability", "float"), new("Score", "float")],
        TaskKind.MulticlassClassification => [new("PredictedLabel", shape.Label.Property), new("Probability", "float")],
        TaskKind.AnomalyDetection => [new("IsAnomaly", "bool"), new("Score", "float")],
        TaskKind.Clustering => [new("Cluster", "uint"), new("Distance", "float")],
        _ when shape.Interval is not null => [new("Score", "float"), new("Low", "float"), new("High", "float")],
        _ => [new("Score", "float")],
    };
}
