using System.Text.Json;
using Kiln.Contracts.Releases;

namespace Kiln.Host.Packages;

/// <summary>What a manifest says of the model that it lies beside.</summary>
/// <param name="Type">The class's full name.</param>
/// <param name="Version">Without what the build adds to it.</param>
/// <param name="Artifact">SHA-256 of the ONNX file.</param>
sealed record PackedModel(string Type, string Version, string Definition, string Data, string Artifact)
{
    /// <summary>How a manifest's name ends.</summary>
    public const string Ending = ".model.json";

    public string Name => Type[(Type.LastIndexOfAny(['.', '+']) + 1)..];

    /// <returns>Null where it is no manifest of a trained model.</returns>
    public static PackedModel? Read(byte[] manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest);
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            // Of 1.0.0+a.data.…: what was declared ends where the build's own part begins.
            var version = Text("version");
            var end = version.LastIndexOf("data.", StringComparison.Ordinal);
            return new(Text("type"), end > 0 ? version[..(end - 1)] : version, Text("definition"), Text("data"), Text("onnx"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // A foreign model has another.
        }
    }

    /// <summary>What of it is not what was released; null where it is the release.</summary>
    public string? Difference(Release release) =>
        release.Content.Artifact is { } artifact && artifact != Artifact ? $"artifact {artifact[..8]} → {Artifact[..8]}"
        : release.Content.Data is { } data && data != Data ? $"data {data[..8]} → {Data[..8]}"
        : release.Content.Definition != Definition ? $"definition {release.Content.Definition[..8]} → {Definition[..8]}"
        : null;
}
