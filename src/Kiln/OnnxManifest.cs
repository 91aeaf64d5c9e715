using System.Text.Json;

namespace Kiln;

/// <summary>The manifest beside the ONNX file of a foreign model: whose it is, and what it reads and gives.</summary>
/// <param name="Info">What the model knows about itself.</param>
/// <param name="Signature">The fingerprint of what it reads and gives.</param>
sealed record OnnxManifest(OnnxModelInfo Info, string Signature)
{
    /// <summary>What such a manifest says it is of, so that nobody reads it as that of a trained model.</summary>
    public const string Kind = "foreign";

    /// <param name="json">The file's content.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <exception cref="InvalidDataException">The content is no such manifest of a known format, or was changed after it was written.</exception>
    public static OnnxManifest Read(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException($"'{path}' is not a valid manifest: {e.Message} Build the project that declares the model again.", e);
        }
    }

    static OnnxManifest Read(JsonElement root)
    {
        if (root.GetProperty("format").GetInt32() != 1 || Text(root, "kind") != Kind)
            throw new InvalidDataException("it belongs to another version of Kiln, or to a trained model.");
        if (Text(root, ManifestHash.Member) != ManifestHash.Compute(root))
            throw new InvalidDataException("it was changed after it was written: it does not have the hash that it carries.");
        return new(
            new()
            {
                Name = Text(root, "model"),
                Type = Text(root, "type"),
                Producer = Text(root, "producer"),
                ArtifactHash = Text(root, "onnx"),
            },
            Text(root, "signature"));
    }

    static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new InvalidDataException($"'{name}' is null.");
}
