using System.Diagnostics;
using System.Runtime.InteropServices;
using Kiln.Testing;

namespace Kiln.Host.Tests.Natives;

/// <summary>The host in a folder of its own, from which native libraries can be taken away. It runs in processes of its own: one loads a library once.</summary>
sealed class HostCopy : IDisposable
{
    static readonly string Natives = Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native");

    public HostCopy()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(Folder, Natives));
        foreach (var file in Libraries())
            File.CreateSymbolicLink(Path.Combine(Folder, Natives, Path.GetFileName(file)), file);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kiln host ").FullName;

    /// <summary>An empty folder, for <c>KilnNativePath</c>.</summary>
    public string Elsewhere { get; } = Directory.CreateTempSubdirectory("kiln natives ").FullName;

    /// <summary>Where the repository has a native library, whose name is a part of its file's.</summary>
    public static string Original(string name) => Libraries().Single(file => Path.GetFileName(file).Contains(name));

    static IEnumerable<string> Libraries() => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, Natives))
        .Where(file => Path.GetExtension(file) is ".so" or ".dylib" or ".dll");

    /// <summary>Takes a native library away.</summary>
    public void Hide(string name) => File.Delete(Path.Combine(Folder, Natives, Path.GetFileName(Original(name))));

    public RoadResult Train(RoadProject project, bool locked = false, string? nativePath = null)
    {
        var request = Path.Combine(project.Directory, "obj", "train.rsp");
        File.WriteAllText(request, project.RequestText("train", parent: 0, locked: locked));
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(Folder, "Kiln.Host.dll"), "@" + request]) { RedirectStandardOutput = true };
        start.Environment["KILN_NATIVE_PATH"] = nativePath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 1, $"the host crashed: {process.ExitCode}\n{output}");
        return new(process.ExitCode == 0, output.ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Elsewhere, recursive: true);
    }
}
