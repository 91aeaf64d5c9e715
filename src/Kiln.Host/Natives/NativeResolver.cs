using System.Reflection;
using System.Runtime.InteropServices;

namespace Kiln.Host.Natives;

/// <summary>
/// Finds the native libraries an assembly imports: in the folder the build names, then in the package and where the system's loader looks,
/// then where package managers put them and it does not look. A version that would crash is not handed out.
/// </summary>
static class NativeResolver
{
    /// <summary>The folder, <c>KilnNativePath</c> in a project. Of the process, because a process loads a library once.</summary>
    public const string Variable = "KILN_NATIVE_PATH";

    static readonly string[] Installed =
        OperatingSystem.IsMacOS() ? ["/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib"]
        : OperatingSystem.IsLinux() ? ["/usr/local/lib", "/usr/local/lib64", "/home/linuxbrew/.linuxbrew/lib"]
        : [];

    static readonly HashSet<Assembly> Known = [];

    /// <summary>From now on the assembly's imports are found this way.</summary>
    public static void Use(Assembly assembly)
    {
        lock (Known)
        {
            if (Known.Add(assembly))
                NativeLibrary.SetDllImportResolver(assembly, Resolve);
        }
    }

    /// <summary>Loads a library as the assembly's imports do.</summary>
    /// <exception cref="DllNotFoundException">It is nowhere, or cannot be loaded here.</exception>
    /// <exception cref="NativeVersionException">The one that is found is of another version.</exception>
    public static nint Load(string name, Assembly assembly) => Resolve(name, assembly, null) is var library and not 0
        ? library
        : throw new DllNotFoundException($"'{name}' is not on this machine");

    static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        var (library, path) = Find(name, assembly, search);
        if (library != 0)
            NativeVersionCheck.Check(name, library, path);
        return library;
    }

    static (nint Library, string? Path) Find(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named && InFolder(named, name) is { } chosen)
            return (NativeLibrary.Load(chosen), chosen);
        if (NativeLibrary.TryLoad(name, assembly, search, out var library))
            return (library, null);
        foreach (var path in Installed.Select(folder => InFolder(folder, name)).OfType<string>())
        {
            if (NativeLibrary.TryLoad(path, out library))
                return (library, path);
        }
        return (0, null);
    }

    static string? InFolder(string folder, string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".dll" : name + (OperatingSystem.IsMacOS() ? ".dylib" : ".so");
        return new[] { Path.Combine(folder, file), Path.Combine(folder, "lib" + file) }.FirstOrDefault(File.Exists);
    }
}
