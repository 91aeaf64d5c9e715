using Kiln.Contracts.Models;
using Kiln.Testing;

namespace Kiln.Host.Tests.Natives;

/// <summary>A machine without a native library of the package: another one is used, or one line says what to do.</summary>
public class MissingNativesTests
{
    [Fact]
    public void Without_LightGBM_the_trainer_that_works_everywhere_is_named()
    {
        using var host = new HostCopy();
        using var project = Ready("LightGbm");
        host.Hide("lib_lightgbm");

        var result = host.Train(project);

        Assert.False(result.Succeeded);
        Assert.Contains("PenguinModel.cs(3,2): error KILN0009: LightGBM", result.Output);
        Assert.Contains("Trainer = Trainer.FastTree", result.Output);
    }

    [Fact]
    public void LightGBM_that_is_installed_elsewhere_is_used()
    {
        using var host = new HostCopy();
        using var project = Ready("LightGbm");
        Assert.True(host.Train(project).Succeeded);
        var own = project.Onnx("PenguinModel");
        host.Hide("lib_lightgbm");
        File.Copy(HostCopy.Original("lib_lightgbm"), Path.Combine(host.Elsewhere, Path.GetFileName(HostCopy.Original("lib_lightgbm"))));
        Directory.Delete(Path.Combine(project.Directory, "obj", "cache"), recursive: true);
        Directory.Delete(project.Models, recursive: true);

        var result = host.Train(project, nativePath: host.Elsewhere);

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.Equal(own, project.Onnx("PenguinModel"));
    }

    [Fact]
    public void LightGBM_of_another_version_is_refused_before_it_crashes()
    {
        using var host = new HostCopy();
        using var project = Ready("LightGbm");
        // Another version is known by the format of the models it writes.
        var library = File.ReadAllBytes(HostCopy.Original("lib_lightgbm"));
        var format = library.AsSpan().IndexOf("\0v4\0"u8);
        "v3"u8.CopyTo(library.AsSpan(format + 1));
        var path = Path.Combine(host.Elsewhere, Path.GetFileName(HostCopy.Original("lib_lightgbm")));
        File.WriteAllBytes(path, library);

        var result = host.Train(project, nativePath: host.Elsewhere);

        Assert.False(result.Succeeded);
        Assert.Contains($"PenguinModel.cs(3,2): error KILN0026: LightGBM at '{path}' is version 3, and version 4 is needed; ", result.Output);
    }

    [Fact]
    public void Without_ONNX_Runtime_a_build_warns_and_a_locked_build_fails()
    {
        using var host = new HostCopy();
        using var project = Ready("Linear");
        host.Hide("onnxruntime.");

        var locked = host.Train(project, locked: true);
        var built = host.Train(project);

        Assert.False(locked.Succeeded);
        Assert.Contains("App.csproj: error KILN0024: ONNX Runtime cannot be loaded on ", locked.Output);
        Assert.True(built.Succeeded, built.Output);
        Assert.Contains("App.csproj: warning KILN0024: ONNX Runtime cannot be loaded on ", built.Output);
        Assert.Equal(1, built.Trained);
    }

    [Fact]
    public void ONNX_Runtime_that_is_installed_elsewhere_is_used()
    {
        using var host = new HostCopy();
        using var project = Ready("Linear");
        host.Hide("onnxruntime.");
        File.Copy(HostCopy.Original("onnxruntime."), Path.Combine(host.Elsewhere, Path.GetFileName(HostCopy.Original("onnxruntime."))));

        var result = host.Train(project, nativePath: host.Elsewhere);

        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotContain("KILN0024", result.Output);
    }

    /// <summary>ML.NET chooses by architecture; here the choice is turned round in its assembly, and the library is gone.</summary>
    [Fact]
    public void FastTree_is_the_same_model_without_its_native_library()
    {
        using var host = new HostCopy();
        using var project = Ready("FastTree");
        Assert.True(host.Train(project).Succeeded);
        var native = project.Onnx("PenguinModel");
        host.Hide("FastTreeNative");
        UseManagedCode(Path.Combine(host.Folder, "Microsoft.ML.FastTree.dll"));
        Directory.Delete(Path.Combine(project.Directory, "obj", "cache"), recursive: true);
        Directory.Delete(project.Models, recursive: true);

        var result = host.Train(project);

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.Equal(native, project.Onnx("PenguinModel"));
    }

    static void UseManagedCode(string assembly)
    {
        var code = File.ReadAllBytes(assembly);
        // IntArray.UseFastTreeNative: ProcessArchitecture is X64, or it is X86; then it returns 0 at once.
        ReadOnlySpan<byte> architectures = [0x17, 0x2E, 0x09, 0x28];
        var start = code.AsSpan().IndexOf(architectures) - 5;
        Assert.Equal(0x28, code[start]);
        Assert.Equal(-1, code.AsSpan(start + 6).IndexOf(architectures));
        (code[start], code[start + 1]) = (0x16, 0x2A);
        File.WriteAllBytes(assembly, code);
    }

    static RoadProject Ready(string trainer)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv")));
        project.Compile(new ModelDefinition
        {
            Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Trainer = trainer,
            Gates = [RoadProject.AtLeast("MicroAccuracy", 0.95)], Location = new("PenguinModel.cs", 3, 2),
        });
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }
}
