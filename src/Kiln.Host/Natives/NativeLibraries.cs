using System.Runtime.InteropServices;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Natives;

/// <summary>Probes a trainer's native library before it is needed, so that a machine without it gets a sentence and not a crash.</summary>
static class NativeLibraries
{
    public static void Check(ModelDefinition model, string directory)
    {
        if (model.Trainer != nameof(Trainer.LightGbm))
            return;
        // dotnet/machinelearning#7495, #7685: no binary for arm64.
        var loads = NativeLibrary.TryLoad("lib_lightgbm", typeof(LightGbmBinaryTrainer).Assembly, null, out _);
        if (Problem(loads) is { } problem)
            throw new BuildException(Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, Ids.NativeLibraryMissing, problem);
    }

    public static string? Problem(bool loads) => Problem(loads, RuntimeInformation.ProcessArchitecture, RuntimeInformation.RuntimeIdentifier);

    public static string? Problem(bool loads, Architecture architecture, string platform) =>
        loads ? null
        : architecture != Architecture.X64
            ? $"LightGBM has no native library for {platform}; say Trainer = Trainer.Linear, which trains on every platform, or train on x64"
            : $"LightGBM's native library cannot be loaded on {platform}: on Linux it needs libgomp (Debian, Ubuntu: apt-get install libgomp1); "
                + "or say Trainer = Trainer.Linear, which needs no native library";
}
