using System.Security.Cryptography;

namespace Kiln;

/// <summary>A model's two files, read and checked against each other and against what the calling code was compiled for.</summary>
sealed class ModelFiles
{
    readonly string _onnxPath;

    ModelFiles(string onnxPath, byte[] onnx, ModelManifest manifest)
    {
        _onnxPath = onnxPath;
        Onnx = onnx;
        Manifest = manifest;
    }

    public byte[] Onnx { get; }

    public ModelManifest Manifest { get; }

    public static ModelFiles Read(string name, string directory)
    {
        var manifestPath = Path.Combine(directory, name + ".model.json");
        var manifest = ModelManifest.Read(ReadFile(name, manifestPath), manifestPath);
        var onnxPath = Path.Combine(directory, name + ".onnx");
        var files = new ModelFiles(onnxPath, ReadFile(name, onnxPath), manifest);
        var hash = Convert.ToHexString(SHA256.HashData(files.Onnx));
        if (!hash.Equals(manifest.Info.ArtifactHash, StringComparison.OrdinalIgnoreCase))
            throw files.Invalid("its SHA-256 is not the one in its manifest, so it is damaged or belongs to another build");
        return files;
    }

    public void CheckInputs(string type, IReadOnlyList<string> trained, ReadOnlySpan<string> compiled)
    {
        var names = compiled.ToArray();
        if (trained.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } added)
            throw Invalid($"it needs the {type} '{added}', which the code was compiled without");
        if (names.Except(trained, StringComparer.Ordinal).FirstOrDefault() is { } removed)
            throw Invalid($"it was trained without the {type} '{removed}', which the code was compiled for");
        if (names.Length != trained.Count)
            throw Invalid($"it has {trained.Count} {type} inputs where the code was compiled for {names.Length}");
    }

    public void CheckClasses(ReadOnlySpan<string> compiled)
    {
        if (!Manifest.Classes.SequenceEqual(compiled.ToArray(), StringComparer.Ordinal))
            throw Invalid($"its classes are [{List(Manifest.Classes)}] where the code was compiled for [{List(compiled.ToArray())}]");
    }

    public InvalidDataException Invalid(string why, Exception? inner = null) =>
        new(
            $"'{_onnxPath}' cannot be used: {why.TrimEnd('.')}. " +
            $"Build the project that declares the model '{Manifest.Info.Name}' again and deploy its models folder with it.",
            inner);

    static string List(IEnumerable<string> names) => string.Join(", ", names);

    static byte[] ReadFile(string name, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"The model '{name}' has no file '{path}'. Build the project that declares it (dotnet build trains it and puts it there) " +
                "and deploy its models folder with the application.",
                path,
                e);
        }
    }
}
