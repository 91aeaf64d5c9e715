using Kiln.Contracts;

namespace Kiln.Host.Data.Engine;

/// <summary>DuckDB's own words; they never reach the user as they are.</summary>
sealed class EngineException(string message) : Exception(message)
{
    const int LongestShown = 200;

    /// <summary>The matter in its words: the first line without its kind and without the file's path.</summary>
    public string Words(string path)
    {
        var line = Message.Split('\n')[0].Replace(path, System.IO.Path.GetFileName(path)).Trim();
        var colon = line.IndexOf("Error: ", StringComparison.Ordinal);
        var words = (colon < 0 ? line : line[(colon + "Error: ".Length)..]).TrimEnd('.', ':', ' ');
        return Shortened.Text(words, LongestShown);
    }
}
