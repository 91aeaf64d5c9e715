using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Kiln.CompilerServices;
using Kiln.Contracts.Models;

namespace Kiln.Host.Models;

/// <summary>Reads the models a project declares from its compiled assembly's metadata: nothing of the user's is loaded or run.</summary>
static class AssemblyDefinitions
{
    /// <summary>The definitions as the generator wrote them.</summary>
    public static IReadOnlyList<string> Texts(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var definitions = new List<string>();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (IsModelDefinition(metadata, attribute) && ReadArgument(metadata, attribute) is { } text)
                definitions.Add(text);
        }
        return definitions;
    }

    public static IReadOnlyList<ModelDefinition> Read(IEnumerable<string> texts) =>
        [.. texts.Select(DefinitionJson.Read).OrderBy(model => model.Type, StringComparer.Ordinal)];

    static bool IsModelDefinition(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
            return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, nameof(ModelDefinitionAttribute))
            && metadata.StringComparer.Equals(type.Namespace, "Kiln.CompilerServices");
    }

    /// <summary>The one string argument (ECMA-335 II.23.3: a prolog of 1, then the serialized string).</summary>
    static string? ReadArgument(MetadataReader metadata, CustomAttribute attribute)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        return blob.ReadUInt16() == 1 ? blob.ReadSerializedString() : null;
    }
}
