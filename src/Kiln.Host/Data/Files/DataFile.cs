namespace Kiln.Host.Data.Files;

/// <summary>A data file's bytes as its text has them: unpacked where it is packed, without a byte order mark.</summary>
static class DataFile
{
    /// <summary>By content, not by name: what is inside decides.</summary>
    public static bool IsCompressed(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return packed ? new GzipFile(path, file) : file;
    }

    /// <summary>The order in which files are read: what a wildcard finds comes in the file system's order, which is none.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal)];
}
