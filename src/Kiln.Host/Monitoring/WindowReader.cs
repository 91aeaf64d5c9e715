using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>Reads the windows of a folder and of those below it: each process may have its own.</summary>
static class WindowReader
{
    /// <summary>What is no window, or not all of one, is told and left out; the others are read.</summary>
    /// <exception cref="BuildException">There is no folder, or no window in it.</exception>
    public static IReadOnlyList<ReadWindow> Read(string folder, string project, Action<Diagnostic> report)
    {
        var paths = Find(folder, project);
        if (paths.Count == 0)
            throw Problem(project, $"'{folder}' has no window, a file that ends in {WindowFolder.Extension}; give the folder that MonitorOptions.Directory names, or wait until the first window ends");
        var windows = new List<ReadWindow>();
        foreach (var path in paths)
            try
            {
                windows.Add(new(path, ModelWindow.Parse(File.ReadAllText(path))));
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                report(new(path, 0, 0, Ids.WindowUnreadable, $"the window cannot be counted: {e.Message.TrimEnd('.')}; the others are judged without it; delete it, or copy it again from where it was written"));
            }
        return windows;
    }

    static List<string> Find(string folder, string project)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*" + WindowFolder.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(project, $"the folder of windows '{folder}' cannot be read: {e.Message.TrimEnd('.')}; set KilnWindows to the folder that MonitorOptions.Directory names");
        }
    }

    static BuildException Problem(string project, string message) => new(project, 0, 0, Ids.WindowUnreadable, message);
}

/// <summary>A window and the file it was read from.</summary>
sealed record ReadWindow(string Path, ModelWindow Window);
