using Microsoft.ML.OnnxRuntime;

namespace Kiln.Host.Natives;

/// <summary>Which versions of a library have the calls that are made (dotnet/machinelearning#6966: those of another version crash).</summary>
static class NativeVersionCheck
{
    public const string LightGbm = "lib_lightgbm";

    public const string OnnxRuntime = "onnxruntime";

    /// <summary>The first version with LightGBM's calls as ML.NET makes them; they are the same in all of it.</summary>
    const string LightGbmWanted = "4";

    /// <param name="path">Its file, where it is known.</param>
    /// <exception cref="NativeVersionException">It is of another version.</exception>
    public static void Check(string name, nint library, string? path)
    {
        switch (name)
        {
            case LightGbm:
                if (LightGbmVersion.Read(library) is var found && found != LightGbmWanted)
                    throw Other("LightGBM", path, found, LightGbmWanted);
                break;
            case OnnxRuntime:
                var wanted = typeof(InferenceSession).Assembly.GetName().Version!;
                if (OnnxRuntimeVersion.Read(library) is var version && !Fits(version, wanted))
                    throw Other("ONNX Runtime", path, version, $"{wanted.Major}.{wanted.Minor} or a later {wanted.Major}");
                break;
        }
    }

    /// <summary>A later one answers to the calls of an earlier one.</summary>
    static bool Fits(string? found, Version wanted) =>
        Version.TryParse(found, out var version) && version.Major == wanted.Major && version.Minor >= wanted.Minor;

    static NativeVersionException Other(string who, string? path, string? found, string wanted) =>
        new($"{who}{(path is null ? " on this machine" : $" at '{path}'")} is {(found is null ? "of an unknown version" : $"version {found}")}, and version {wanted} is needed");
}
