using System.Security.Cryptography;

namespace Kiln.Host.Files;

/// <summary>Identifies a file by its bytes: a quick check, since equal bytes are equal rows.</summary>
static class FileHash
{
    /// <summary>SHA-256 of the file as it lies there, 64 lower-case hexadecimal digits.</summary>
    public static string Compute(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
