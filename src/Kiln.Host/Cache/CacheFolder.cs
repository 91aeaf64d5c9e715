using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Cache;

/// <summary>
/// The folder that keeps what was trained: for each key a folder of files. Many builds may use it at once; they write each file in one step, and
/// two that write one file write the same. What cannot be kept is told once and fails no build: it is there already, in memory.
/// </summary>
sealed class CacheFolder(Request request, Output output)
{
    bool _told;

    /// <summary>The file's content; null when it is not there.</summary>
    /// <exception cref="IOException">It is there and cannot be read; also <see cref="UnauthorizedAccessException"/>.</exception>
    public byte[]? Find(string key, string name) => Path.Exists(PathOf(key, name)) ? File.ReadAllBytes(PathOf(key, name)) : null;

    /// <summary>What a text comes to; null where it is not there or not whole, so that it is made again and replaced.</summary>
    /// <param name="read">Null, a <see cref="FormatException"/> or a <see cref="JsonFormatException"/> where it is not as it was written.</param>
    public T? Read<T>(string key, string name, Func<string, T?> read)
        where T : class
    {
        try
        {
            return Find(key, name) is { } file ? read(Encoding.UTF8.GetString(file)) : null;
        }
        catch (Exception e) when (e is JsonFormatException or FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Put(string key, string name, string text) => Put(key, (name, Encoding.UTF8.GetBytes(text)));

    public void Put(string key, params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        try
        {
            TemporaryFile.Sweep(request.Cache);
            foreach (var (name, content) in files)
                Put(PathOf(key, name), content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell(e);
        }
    }

    void Put(string path, byte[] content)
    {
        if (AtomicFile.Holds(path, content))
            return;
        // Nothing of ours is a file where a folder belongs, or a folder where a file does.
        if (Path.GetDirectoryName(path) is { } entry && File.Exists(entry))
            File.Delete(entry);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        // The cache may lie on another volume than the project; within it every rename is one step.
        AtomicFile.Replace(path, content, request.Cache);
    }

    string PathOf(string key, string name) => Path.Combine(request.Cache, key, name);

    void Tell(Exception reason)
    {
        if (_told)
            return;
        _told = true;
        output.Report(new(request.Project, 0, 0, Ids.CacheNotWritable,
            $"the trained model cannot be cached in '{request.Cache}': {reason.Message.TrimEnd('.')}; this build continues, and the next one that needs it trains again: "
            + "make the folder writable, free its disk, or set KilnCachePath to another",
            IsWarning: true));
    }
}
