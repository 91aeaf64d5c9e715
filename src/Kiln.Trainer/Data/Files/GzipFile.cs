using System.Buffers.Binary;
using System.IO.Compression;

namespace Kiln.TrainerHost.Data.Files;

/// <summary>
/// Tells a gzip file that was cut off from one that ends: neither DuckDB nor .NET does, and rows would be missing without a sign.
/// </summary>
static class GzipFile
{
    static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    /// <summary>The last four bytes hold the length of what is packed (RFC 1952), of the last part where several were joined.</summary>
    public static bool IsWhole(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length < 18)
            return false;
        Span<byte> end = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(end);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end);
        return Unpack(file, 0) == length || Enumerable.Reverse(Parts(path)).Any(start => Unpack(file, start) == length);
    }

    /// <summary>The length of what is packed from there on, modulo 2^32 as gzip counts; null when it cannot be unpacked.</summary>
    static uint? Unpack(FileStream file, long start)
    {
        file.Position = start;
        try
        {
            using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var (length, buffer) = (0u, new byte[1 << 16]);
            for (var read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
                length += (uint)read;
            return length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static List<int> Parts(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var starts = new List<int>();
        for (var start = 1; bytes[start..].IndexOf(Magic) is >= 0 and var next; start += next + 1)
            starts.Add(start + next);
        return starts;
    }
}
