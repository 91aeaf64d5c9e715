using System.Globalization;
using System.Text;

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
            Put(manifest, beside);
        var time = window.From.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        Put(Encoding.UTF8.GetBytes(window.ToJson()), Path.Combine(directory, $"{fileName}.{time}.{MonitorOptions.Letters(replica)}"), Extension);
    }

    /// <summary>Where the manifest of a model is that windows are of.</summary>
    public static string ManifestPath(string directory, string fileName, string hash) => Path.Combine(directory, $"{fileName}.{hash[..8]}.model.json");

    /// <summary>Under that name, or with a number where another model of the process has written one since the same moment.</summary>
    static void Put(byte[] content, string path, string extension = "")
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, content);
            for (var number = 1; !TryMove(beside, number == 1 ? path + extension : $"{path}-{number}{extension}", isLast: extension.Length == 0); number++)
            {
            }
        }
        finally
        {
            File.Delete(beside);
        }
    }

    static bool TryMove(string from, string to, bool isLast)
    {
        try
        {
            File.Move(from, to, overwrite: isLast);
            return true;
        }
        catch (IOException) when (!isLast && File.Exists(to))
        {
            return false;
        }
    }
}
