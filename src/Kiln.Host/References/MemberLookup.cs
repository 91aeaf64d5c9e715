using System.Reflection.Metadata;

namespace Kiln.Host.References;

/// <summary>Finds the members of referenced projects by what names them: a documentation id, or a reference from other code.</summary>
static class MemberLookup
{
    /// <summary>What a documentation id such as <c>M:Shop.Features.Add(System.Int32)</c> names; of overloads all.</summary>
    public static IEnumerable<EntityHandle> Named(CodeFile code, string id)
    {
        var name = id[2..].Split('(', '~')[0];
        if (id[0] == 'T')
            return code.FindType(name) is { } whole ? [whole] : [];
        var dot = name.LastIndexOf('.');
        if (dot < 0 || code.FindType(name[..dot]) is not { } type)
            return [];
        var member = name[(dot + 1)..].Split("``")[0];
        string[] methods = id[0] switch
        {
            'P' => ["get_" + member, "set_" + member],
            'E' => ["add_" + member, "remove_" + member],
            'F' => [".cctor"],
            _ => [member switch { "#ctor" => ".ctor", "#cctor" => ".cctor", _ => member.Replace('#', '.') }],
        };
        var definition = code.Metadata.GetTypeDefinition(type);
        return definition.GetMethods()
            .Where(method => methods.Contains(code.Metadata.GetString(code.Metadata.GetMethodDefinition(method).Name)))
            .Select(method => (EntityHandle)method);
    }

    /// <summary>The method of that name and signature; null where there is none.</summary>
    public static MethodDefinitionHandle? Method(CodeFile code, TypeDefinitionHandle type, string name, string signature)
    {
        foreach (var method in code.Metadata.GetTypeDefinition(type).GetMethods())
            if (code.Metadata.StringComparer.Equals(code.Metadata.GetMethodDefinition(method).Name, name)
                && TypeNames.Signature(code.Metadata.GetMethodDefinition(method).DecodeSignature(TypeNames.Plain(code), null)) == signature)
                return method;
        return null;
    }
}
