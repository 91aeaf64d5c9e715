namespace Kiln;

/// <summary>What a loaded foreign model knows about itself: an ONNX file that was made elsewhere, and is a <c>Model</c> item of the project.</summary>
public sealed class OnnxModelInfo
{
    /// <summary>The item's name: <c>churn</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The model's class by its full name, as reflection spells it: <c>Shop.Models.Churn</c>. The model's files are called by it.</summary>
    public required string Type { get; init; }

    /// <summary>What wrote the file, and its version, as the file says: <c>skl2onnx 1.17.0</c>; empty where it does not.</summary>
    public required string Producer { get; init; }

    /// <summary>SHA-256 of the ONNX file, in lower-case hexadecimal.</summary>
    public required string ArtifactHash { get; init; }
}
