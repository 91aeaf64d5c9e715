using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Kiln.Host.Requests;

namespace Kiln.Host.References;

/// <summary>
/// The project's compiled code, loaded beside the host's. ML.NET and Kiln are the host's own, so that both sides mean the same types;
/// everything else comes from where the project has it.
/// </summary>
sealed class ProjectContext : AssemblyLoadContext
{
    readonly Dictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> _natives = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="references">Where two files have one name the first counts, of natives the one for this machine.</param>
    public ProjectContext(IEnumerable<Reference> references)
        : base("project")
    {
        foreach (var reference in references)
        {
            _assemblies.TryAdd(reference.Name, reference.Path);
            var file = Path.GetFileName(reference.Path);
            if (IsForThisMachine(reference.Path))
                _natives[file] = reference.Path;
            else
                _natives.TryAdd(file, reference.Path);
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        // Without the version asked for: what another version lacks shows in what is missing, and is told as that.
        if (IsShared(name))
            return Default.LoadFromAssemblyName(new(name));
        return _assemblies.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] prefixes = ["", "lib"];
        string[] suffixes = ["", ".dll", ".so", ".dylib"];
        foreach (var file in prefixes.SelectMany(prefix => suffixes.Select(suffix => prefix + unmanagedDllName + suffix)))
            if (_natives.TryGetValue(file, out var path) && NativeLibrary.TryLoad(path, out var library))
                return library;
        return 0;
    }

    /// <summary>What the host's ML.NET and the project's pipeline exchange.</summary>
    public static bool IsShared(string name) =>
        (name == "Kiln" || name.StartsWith("Microsoft.ML.", StringComparison.Ordinal))
        && File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    static bool IsForThisMachine(string path) => path.Split('/', '\\').Contains(RuntimeInformation.RuntimeIdentifier);
}
