using System.Security.Cryptography;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>
/// What a model's files look like. The manifest is small and has the ONNX file's hash, so its content says what the model is; of the large file time and
/// length are enough to see that somebody wrote it.
/// </summary>
/// <param name="Manifest">The SHA-256 of the manifest; null where there is none that can be read.</param>
/// <param name="Written">When the ONNX file was written, in ticks of UTC.</param>
/// <param name="Length">How long it is; -1 where there is none.</param>
sealed record FileStamp(string? Manifest, long Written, long Length)
{
    public static FileStamp Of(string directory, string fileName)
    {
        var onnx = new FileInfo(Path.Combine(directory, fileName + ".onnx"));
        return new(Hash(Path.Combine(directory, fileName + ".model.json")), onnx.LastWriteTimeUtc.Ticks, onnx.Exists ? onnx.Length : -1);
    }

    static string? Hash(string path)
    {
        try
        {
            // Others may replace the file meanwhile.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexString(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Loading says why.
            return null;
        }
    }
}
