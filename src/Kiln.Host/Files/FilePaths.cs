namespace Kiln.Host.Files;

/// <summary>Tells paths apart.</summary>
static class FilePaths
{
    /// <summary>
    /// As the file systems of Windows and macOS do by default: without regard to case; elsewhere with it. Links are not followed: two names
    /// of one file on disk are two files.
    /// </summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
