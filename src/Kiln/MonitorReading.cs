using System.Text.Json;
using Kiln.Monitoring;

namespace Kiln;

/// <summary>Reads what a loaded model is counted in.</summary>
static class MonitorReading
{
    /// <summary>The manifest's member.</summary>
    public const string Member = "profile";

    /// <exception cref="InvalidDataException">The model has none.</exception>
    public static ModelMonitor Create(ModelFiles files, string fileName, string[] numbers, string[] texts, MonitorOptions options)
    {
        var manifest = files.Manifest;
        var profile = Find(files.ManifestContent) ?? throw new InvalidDataException(
            "it has no profile of the data it was trained on, which a monitor counts in: it is of an older version of Kiln, or was not trained by it");
        var folder = options.Directory is null ? null : new WindowFolder(options.Directory, fileName, options.Replica, files.ManifestContent, manifest.Hash);
        return new(manifest.Info, manifest.Hash, new(profile, numbers, texts, new LabelRule(manifest.Info.Task, manifest.Info.Threshold).Find), folder, options);
    }

    /// <param name="manifest">A manifest, which was read before.</param>
    /// <returns>Null where it has no profile.</returns>
    /// <exception cref="InvalidDataException">It says something that no build writes.</exception>
    public static ModelProfile? Find(byte[] manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        try
        {
            return document.RootElement.TryGetProperty(Member, out var profile) ? ModelProfile.Read(profile) : null;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"its profile belongs to another version of Kiln: {e.Message}", e);
        }
    }
}
