using System.Diagnostics;
using System.Globalization;

namespace Kiln.Host.Files;

/// <summary>Files that are renamed once they are whole. Each is named after its process, so that a later build knows which ones a killed build left.</summary>
static class TemporaryFile
{
    const string Start = ".kiln";
    const string End = ".tmp";

    /// <summary>No file takes a week to write. A shared folder may hold files of machines whose processes cannot be asked for, and whose clocks are days off.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    static readonly string Machine = string.Concat(Environment.MachineName.Where(char.IsAsciiLetterOrDigit));

    public static string NameIn(string folder) =>
        Path.Combine(folder, $"{Start}.{Machine}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.{Guid.NewGuid():N}{End}");

    /// <summary>Deletes what killed builds left in the folder.</summary>
    public static void Sweep(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, $"{Start}.*{End}").Where(IsAbandoned))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The folder belongs to somebody else, whose next build deletes it; no build fails for what another one left.
            }
        }
    }

    static bool IsAbandoned(string file) => File.GetLastWriteTimeUtc(file) < DateTime.UtcNow - Longest
        || Path.GetFileName(file).Split('.') is ["", _, var machine, var process, ..] && machine == Machine
            && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !Runs(id);

    static bool Runs(int id)
    {
        try
        {
            Process.GetProcessById(id).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
