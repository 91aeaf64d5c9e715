using System.Runtime.InteropServices;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Natives;

/// <summary>Probes native libraries before they are needed, so that a machine without one gets a sentence and not a crash.</summary>
static class NativeLibraries
{
    const string Elsewhere = "set Trainer = Trainer.FastTree, whose trees train on every platform (in your own pipeline: the FastTree trainers)";

    /// <exception cref="BuildException">The model's trainer cannot be loaded here.</exception>
    public static void Check(ModelDefinition model, string directory)
    {
        if (model.Trainer == nameof(Trainer.LightGbm) && LightGbmProblem() is var (id, message))
            throw new BuildException(Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, id, message);
    }

    /// <summary>What keeps LightGBM from training here; null where nothing does.</summary>
    public static (string Id, string Message)? LightGbmProblem()
    {
        NativeResolver.Use(typeof(NativeLibraries).Assembly);
        NativeResolver.Use(typeof(LightGbmBinaryTrainer).Assembly);
        try
        {
            NativeResolver.Load(NativeVersionCheck.LightGbm, typeof(LightGbmBinaryTrainer).Assembly);
            return null;
        }
        catch (NativeVersionException e)
        {
            return (Ids.NativeLibraryOfOtherVersion, $"{e.Message}; install that, or set KilnNativePath to the folder it is in, or {Elsewhere}");
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return (Ids.NativeLibraryMissing, Missing(RuntimeInformation.ProcessArchitecture, RuntimeInformation.RuntimeIdentifier));
        }
    }

    // dotnet/machinelearning#7495, #7685: no binary for arm64.
    public static string Missing(Architecture architecture, string platform) =>
        architecture != Architecture.X64
            ? $"LightGBM's package has no native library for {platform}, and none is installed; {Elsewhere}, "
                + "or install LightGBM 4 (macOS: brew install lightgbm) and set KilnNativePath to its folder if it is not found"
            : $"LightGBM's native library cannot be loaded on {platform}: it needs OpenMP (Debian, Ubuntu: apt-get install libgomp1; macOS: brew install libomp); "
                + $"install it, or {Elsewhere}";

    /// <summary>
    /// Where ONNX Runtime cannot be loaded, a build that is allowed to write a lock goes on: ML.NET and the predictor still have to agree.
    /// A locked build, which vouches for what is shipped, does not.
    /// </summary>
    /// <returns>Null where it loads.</returns>
    public static Diagnostic? OnnxRuntimeProblem(string project, bool locked)
    {
        string why;
        try
        {
            OrtEnv.DisableDllImportResolver = true;
            NativeResolver.Use(typeof(InferenceSession).Assembly);
            NativeResolver.Load(NativeVersionCheck.OnnxRuntime, typeof(InferenceSession).Assembly);
            return null;
        }
        catch (NativeVersionException e)
        {
            why = e.Message;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            why = $"ONNX Runtime cannot be loaded on {RuntimeInformation.RuntimeIdentifier}";
        }
        return new(project, 0, 0, Ids.OnnxRuntimeMissing, locked
            ? $"{why}, so nothing shows that it predicts what was trained; install ONNX Runtime and set KilnNativePath to its folder, or run locked builds on another platform"
            : $"{why}, so the exported model is compared with ML.NET through Kiln's predictor only; "
                + "install ONNX Runtime and set KilnNativePath to its folder, or have a locked build on another platform compare it with both", IsWarning: !locked);
    }
}
