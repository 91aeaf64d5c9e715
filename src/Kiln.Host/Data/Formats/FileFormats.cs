using System.IO.Compression;

namespace Kiln.Host.Data.Formats;

/// <summary>Finds out what a data file is: by content where its first bytes say so, by name for text.</summary>
static class FileFormats
{
    static readonly string[] JsonExtensions = [".jsonl", ".ndjson", ".json"];
    static readonly string[] PackedExtensions = [".gz", ".zst"];

    public static FileFormat Detect(string path)
    {
        Span<byte> start = stackalloc byte[48];
        using (var file = File.OpenRead(path))
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.StartsWith("PAR1"u8) || HasExtension(path, ".parquet") && start.Length > 0 && !LfsPointer.Begins(start))
            return FileFormat.Parquet;
        if (start.StartsWith("SQLite format 3\0"u8))
            return FileFormat.Sqlite;
        if (start.Length > 12 && start[8..12].SequenceEqual("DUCK"u8))
            return FileFormat.DuckDb;
        if (LfsPointer.Begins(start))
            return FileFormat.Pointer;
        if (start.StartsWith("PK\x03\x04"u8))
            return IsWorkbook(path) ? FileFormat.Workbook : FileFormat.Archive;
        // The compound file that Excel wrote before 2007.
        if (start.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }))
            return FileFormat.Workbook;
        return JsonExtensions.Any(extension => HasExtension(WithoutPacking(path), extension)) ? FileFormat.JsonLines : FileFormat.Delimited;
    }

    static bool IsWorkbook(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) || entry.FullName == "content.xml");
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    static string WithoutPacking(string path) =>
        PackedExtensions.Any(extension => HasExtension(path, extension)) ? Path.ChangeExtension(path, null) : path;

    static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
