using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kiln.Host.References;

/// <summary>The code of a referenced project, read and not loaded.</summary>
sealed class CodeFile : IDisposable
{
    readonly PEReader _file;
    readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);

    CodeFile(PEReader file)
    {
        _file = file;
        Metadata = _file.GetMetadataReader();
        Name = Metadata.GetString(Metadata.GetAssemblyDefinition().Name);
        foreach (var type in Metadata.TypeDefinitions)
            _types.TryAdd(NameOf(type), type);
    }

    /// <summary>Null for a file without managed code. The file stays free for the next build to write.</summary>
    public static CodeFile? Open(string path)
    {
        var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        if (file.HasMetadata)
            return new(file);
        file.Dispose();
        return null;
    }

    public MetadataReader Metadata { get; }

    public string Name { get; }

    public TypeDefinitionHandle? FindType(string name) => _types.TryGetValue(name, out var type) ? type : null;

    public MethodBodyBlock? Body(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? null : _file.GetMethodBody(method.RelativeVirtualAddress);

    /// <summary>As a documentation id spells it: with a dot before a nested type.</summary>
    public string NameOf(TypeDefinitionHandle handle)
    {
        var type = Metadata.GetTypeDefinition(handle);
        return Join(type.GetDeclaringType() is { IsNil: false } outer ? NameOf(outer) : Metadata.GetString(type.Namespace), Metadata.GetString(type.Name));
    }

    public string NameOf(TypeReferenceHandle handle)
    {
        var type = Metadata.GetTypeReference(handle);
        return Join(type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope)
            : Metadata.GetString(type.Namespace), Metadata.GetString(type.Name));
    }

    /// <summary>The assembly a type reference leads to; this one's own name where it stays inside.</summary>
    public string AssemblyOf(TypeReferenceHandle handle)
    {
        var scope = Metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => Metadata.GetString(Metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => Name,
        };
    }

    public void Dispose() => _file.Dispose();

    static string Join(string outer, string name) => outer.Length == 0 ? name : outer + "." + name;
}
