using System.Runtime.InteropServices;

namespace Kiln.Host.Files;

/// <summary>Puts one file in another's place in one step.</summary>
static partial class Rename
{
    const int CrossesDevices = 18; // EXDEV, on Linux and macOS
    const int ReadOnly = 0;

    /// <returns>False, and nothing is done, where the two lie on different volumes: <see cref="File.Move(string, string, bool)"/> would copy, byte by byte.</returns>
    public static bool Over(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            if (!string.Equals(Path.GetPathRoot(from), Path.GetPathRoot(to), StringComparison.OrdinalIgnoreCase))
                return false;
            File.Move(from, to, overwrite: true);
            return true;
        }
        if (rename(from, to) != 0)
        {
            if (Marshal.GetLastPInvokeError() == CrossesDevices)
                return false;
            File.Move(from, to, overwrite: true); // Fails as well, and says why in words.
        }
        ToDisk(Path.GetDirectoryName(to)!);
        return true;
    }

    /// <summary>The folder's entries: a renamed file is in its new place after a power cut too. Some file systems know no such thing, and then there is nothing to do.</summary>
    static void ToDisk(string folder)
    {
        var handle = open(folder, ReadOnly);
        if (handle < 0)
            return;
        _ = fsync(handle);
        _ = close(handle);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int fsync(int handle);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
