using System.Globalization;

namespace Kiln.Monitoring;

/// <summary>Where windows are written: each whole or not at all, with the manifest beside them that says what they are counted in.</summary>
sealed class WindowFolder(string directory, string fileName, string replica, byte[] manifest, string manifestHash)
{
    public const string Extension = ".window.json";

    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Write(ModelWindow window)
    {
        Directory.CreateDirectory(directory);
        var beside = ManifestPath(directory, fileName, manifestHash);
        if (!File.Exists(beside))
            Replace(beside, manifest);
        var time = window.From.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        Replace(Path.Combine(directory, $"{fileName}.{time}.{MonitorOptions.Letters(replica)}{Extension}"), System.Text.Encoding.UTF8.GetBytes(window.ToJson()));
    }

    /// <summary>Where the manifest of a model is that windows are of.</summary>
    public static string ManifestPath(string directory, string fileName, string hash) => Path.Combine(directory, $"{fileName}.{hash[..8]}.model.json");

    static void Replace(string path, byte[] content)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
