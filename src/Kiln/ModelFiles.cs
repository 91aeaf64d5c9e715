using System.Security.Cryptography;
using Kiln.CompilerServices;

namespace Kiln;

/// <summary>A model's two files, read and checked against each other and against what the calling code was compiled for.</summary>
sealed class ModelFiles
{
    readonly string _onnxPath;
    readonly string _type;

    ModelFiles(string type, string onnxPath, byte[] onnx, byte[] manifestContent, ModelManifest manifest)
    {
        _type = type;
        _onnxPath = onnxPath;
        Onnx = onnx;
        ManifestContent = manifestContent;
        Manifest = manifest;
    }

    public byte[] Onnx { get; }

    /// <summary>The manifest as its file has it.</summary>
    public byte[] ManifestContent { get; }

    public ModelManifest Manifest { get; }

    public static ModelFiles Read(CompiledModel model, string directory)
    {
        var manifestPath = Path.Combine(directory, model.FileName + ".model.json");
        var content = ReadFile(model, manifestPath);
        var manifest = ModelManifest.Read(content, manifestPath);
        var onnxPath = Path.Combine(directory, model.FileName + ".onnx");
        var files = new ModelFiles(model.Type, onnxPath, ReadFile(model, onnxPath), content, manifest);
        files.CheckModel(model);
        var hash = Convert.ToHexString(SHA256.HashData(files.Onnx));
        if (!hash.Equals(manifest.Info.ArtifactHash, StringComparison.OrdinalIgnoreCase))
            throw files.Invalid("its SHA-256 is not the one in its manifest, so it is damaged or belongs to another build");
        return files;
    }

    /// <summary>Another model may have the same inputs and classes, and answers as readily.</summary>
    void CheckModel(CompiledModel model)
    {
        if (Manifest.Info.Type != model.Type)
            throw Invalid($"its manifest is of the model '{Manifest.Info.Type}', but the code was compiled for '{model.Type}'");
        if (model.Definition is { } definition && Manifest.Definition != definition)
            throw Invalid(
                $"it was trained from another definition of '{model.Type}' ({Short(Manifest.Definition)}) than the code was compiled with "
                + $"({Short(definition)}): its [Model] or its pipeline changed since, and KilnTrain=never, or a copy by hand, kept the old model");
    }

    static string Short(string fingerprint) => fingerprint[..Math.Min(8, fingerprint.Length)];

    public void CheckInputs(string type, IReadOnlyList<string> trained, ReadOnlySpan<string> compiled)
    {
        var names = compiled.ToArray();
        if (trained.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } added)
            throw Invalid($"it needs the {type} '{added}', which the code was compiled without");
        if (names.Except(trained, StringComparer.Ordinal).FirstOrDefault() is { } removed)
            throw Invalid($"it was trained without the {type} '{removed}', which the code was compiled for");
        if (names.Length != trained.Count)
            throw Invalid($"it has {trained.Count} {type} inputs, but the code was compiled for {names.Length}");
    }

    public void CheckClasses(ReadOnlySpan<string> compiled)
    {
        if (!Manifest.Classes.SequenceEqual(compiled.ToArray(), StringComparer.Ordinal))
            throw Invalid($"its classes are [{List(Manifest.Classes)}], but the code was compiled for [{List(compiled.ToArray())}]");
    }

    public InvalidDataException Invalid(string why, Exception? inner = null) =>
        new(
            $"'{_onnxPath}' cannot be used: {why.TrimEnd('.')}. " +
            $"Build the project that declares the model '{_type}' again and deploy its models folder with it.",
            inner);

    static string List(IEnumerable<string> names) => string.Join(", ", names);

    public static byte[] ReadFile(CompiledModel model, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"The model '{model.Type}' has no file '{path}'. Build the project that declares it (dotnet build puts it there) " +
                "and deploy its models folder with the application.",
                path,
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The file '{path}' of the model '{model.Type}' cannot be read: {e.Message}", e);
        }
    }
}
