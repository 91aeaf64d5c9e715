namespace Kiln.Host.Data.Files;

/// <summary>A data file's bytes as its text has them: unpacked where it is packed, without a byte order mark.</summary>
static class DataFile
{
    static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    static ReadOnlySpan<byte> Zstandard => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>By content, not by name, and as DuckDB calls it: what is inside decides.</summary>
    public static string Compression(string path)
    {
        using var file = File.OpenRead(path);
        return Compression(file);
    }

    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var compression = Compression(file);
        file.Position = 0;
        return compression switch { "gzip" => new GzipFile(path, file), "zstd" => new ZstandardFile(path, file), _ => file };
    }

    /// <summary>The order in which files are read: what a wildcard finds comes in the file system's order, which is none.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal)];

    static string Compression(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start.StartsWith(Gzip) ? "gzip" : start.StartsWith(Zstandard) ? "zstd" : "none";
    }
}
