using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Kiln.Contracts;

namespace Kiln.Host.References;

/// <summary>
/// Everything in referenced projects that some of their members reach, as text that no comment, layout, path or build configuration
/// changes. Generated code, such as lambdas, stands where it is used: its names count what else is in the file.
/// </summary>
/// <param name="projects">The referenced projects by assembly name.</param>
sealed class ReachedCode(IReadOnlyDictionary<string, CodeFile> projects)
{
    readonly SortedDictionary<string, SortedDictionary<string, string>> _texts = new(StringComparer.Ordinal);
    readonly HashSet<(CodeFile, EntityHandle)> _seen = [];
    readonly Queue<(CodeFile Code, EntityHandle Member)> _reached = [];
    readonly HashSet<(CodeFile, EntityHandle)> _inside = [];

    /// <summary>The other assemblies that the reached code names.</summary>
    public HashSet<string> Named { get; } = [];

    /// <summary>By assembly, a hash over all that is reached in it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hashes => _texts.Select(assembly => KeyValuePair.Create(
        assembly.Key, assembly.Value.Aggregate(new Fingerprint(), (hash, member) => hash.Add(member.Key).Add(member.Value)).ToString()));

    public void Add(CodeFile code, string id)
    {
        foreach (var member in MemberLookup.Named(code, id))
            Reach(code, member);
        while (_reached.TryDequeue(out var next))
            Write(next.Code, next.Member);
    }

    void Reach(CodeFile code, EntityHandle member)
    {
        if (_seen.Add((code, member)))
            _reached.Enqueue((code, member));
    }

    void Write(CodeFile code, EntityHandle member)
    {
        var (name, text) = member.Kind == HandleKind.TypeDefinition
            ? ("type " + code.NameOf((TypeDefinitionHandle)member), TypeText((TypeDefinitionHandle)member, code))
            : MethodText((MethodDefinitionHandle)member, code);
        if (!_texts.TryGetValue(code.Name, out var texts))
            _texts.Add(code.Name, texts = new(StringComparer.Ordinal));
        texts[name] = text;
    }

    /// <summary>What an instance is: where it comes from, what it holds, and how it is marked. Its virtual methods may be called by anyone.</summary>
    string TypeText(TypeDefinitionHandle handle, CodeFile code)
    {
        var metadata = code.Metadata;
        var type = metadata.GetTypeDefinition(handle);
        List<string> lines = [type.BaseType.IsNil ? "" : NameOf(code, type.BaseType)];
        lines.AddRange(type.GetInterfaceImplementations()
            .Select(implementation => NameOf(code, metadata.GetInterfaceImplementation(implementation).Interface))
            .Order(StringComparer.Ordinal));
        lines.AddRange(Attributes(code, type.GetCustomAttributes()));
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            if ((field.Attributes & FieldAttributes.Static) != 0)
                continue;
            lines.Add($"{metadata.GetString(field.Name)}: {field.DecodeSignature(Types(code), null)}");
            lines.AddRange(Attributes(code, field.GetCustomAttributes()));
        }
        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
            if (Attributes(code, property.GetCustomAttributes()).ToList() is { Count: > 0 } attributes)
                lines.AddRange([metadata.GetString(property.Name), .. attributes]);
        foreach (var method in type.GetMethods())
            if (metadata.GetMethodDefinition(method) is var definition
                && ((definition.Attributes & MethodAttributes.Virtual) != 0 || metadata.StringComparer.Equals(definition.Name, ".cctor")))
                Reach(code, method);
        return string.Join('\n', lines);
    }

    /// <summary>Attributes are how ML.NET is told of columns; what the compiler adds by itself is no part of the code.</summary>
    IEnumerable<string> Attributes(CodeFile code, CustomAttributeHandleCollection attributes) => attributes
        .Select(code.Metadata.GetCustomAttribute)
        .Select(attribute => $"[{NameOf(code, attribute.Constructor)} {Convert.ToHexString(code.Metadata.GetBlobBytes(attribute.Value))}]")
        .Where(text => !text.StartsWith("[System.Runtime.CompilerServices.", StringComparison.Ordinal)
            && !text.StartsWith("[System.Diagnostics.", StringComparison.Ordinal));

    (string Name, string Text) MethodText(MethodDefinitionHandle handle, CodeFile code)
    {
        var method = code.Metadata.GetMethodDefinition(handle);
        return (FullName(code, method), BodyOf(method, code));
    }

    string BodyOf(MethodDefinition method, CodeFile code)
    {
        if (code.Body(method) is not { } body)
            return "";
        var hasThis = (method.Attributes & MethodAttributes.Static) == 0;
        return new BodyText(Instruction.Read(body.GetILReader()), instruction => Name(code, instruction), hasThis).Write();
    }

    string? Name(CodeFile code, Instruction instruction) => instruction.Code.OperandType switch
    {
        OperandType.InlineString => code.Metadata.GetUserString((UserStringHandle)MetadataTokens.Handle((int)instruction.Operand)),
        OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
            or OperandType.InlineTok => NameOf(code, MetadataTokens.EntityHandle((int)instruction.Operand)),
        OperandType.InlineSig => "",
        _ => null,
    };

    TypeNames Types(CodeFile code) => new(code, Spell);

    string NameOf(CodeFile code, EntityHandle handle)
    {
        var metadata = code.Metadata;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return Spell(code.Name, code.NameOf((TypeDefinitionHandle)handle));
            case HandleKind.TypeReference:
                return Spell(code.AssemblyOf((TypeReferenceHandle)handle), code.NameOf((TypeReferenceHandle)handle));
            case HandleKind.TypeSpecification:
                return metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Types(code), null);
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return NameOfField(code, field.GetDeclaringType(), metadata.GetString(field.Name));
            case HandleKind.MethodDefinition:
                return NameOfMethod(code, (MethodDefinitionHandle)handle);
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return $"{NameOf(code, generic.Method)}<{string.Join(",", generic.DecodeSignature(Types(code), null))}>";
            default:
                return NameOfReference(code, metadata.GetMemberReference((MemberReferenceHandle)handle));
        }
    }

    string NameOfMethod(CodeFile code, MethodDefinitionHandle handle)
    {
        var method = code.Metadata.GetMethodDefinition(handle);
        var name = code.Metadata.GetString(method.Name);
        if (IsGenerated(name) || IsGenerated(code, method.GetDeclaringType()))
            return Inside(code, handle, () => BodyOf(method, code)
                + (name == ".ctor" ? VirtualMethods(code, method.GetDeclaringType()) : ""));
        Reach(code, handle);
        if (name == ".ctor")
            Reach(code, method.GetDeclaringType());
        else if (MemberLookup.Method(code, method.GetDeclaringType(), ".cctor", "()Void") is { } initializer)
            Reach(code, initializer);
        return FullName(code, method);
    }

    string FullName(CodeFile code, MethodDefinition method) =>
        $"{code.NameOf(method.GetDeclaringType())}::{code.Metadata.GetString(method.Name)}{TypeNames.Signature(method.DecodeSignature(Types(code), null))}";

    string NameOfField(CodeFile code, TypeDefinitionHandle type, string name)
    {
        if (code.NameOf(type) == "<PrivateImplementationDetails>")
            return name; // A hash of the data it holds.
        if (IsGenerated(name) && !name.EndsWith("k__BackingField", StringComparison.Ordinal))
            return "";
        if (IsGenerated(code, type)) // A captured variable; an iterator keeps some of its locals so, and in Debug more of them.
            return code.NameOf(type).Contains("<>c__DisplayClass", StringComparison.Ordinal) ? name : "";
        if (MemberLookup.Method(code, type, ".cctor", "()Void") is { } initializer)
            Reach(code, initializer);
        return $"{code.NameOf(type)}::{name}";
    }

    /// <summary>A member of another assembly, or of a generic type.</summary>
    string NameOfReference(CodeFile code, MemberReference member)
    {
        var name = code.Metadata.GetString(member.Name);
        var owner = NameOf(code, member.Parent);
        var (home, type) = Home(code, member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
            return home is null ? $"{owner}::{name}" : NameOfField(home, type, name) is { Length: > 0 } ? $"{owner}::{name}" : "";
        var signature = TypeNames.Signature(member.DecodeMethodSignature(Types(code), null));
        if (home is null)
            return $"{owner}::{name}{signature}";
        var plain = TypeNames.Signature(member.DecodeMethodSignature(TypeNames.Plain(code), null));
        var definition = MemberLookup.Method(home, type, name, plain) is { } method ? NameOfMethod(home, method) : "";
        return IsGenerated(name) || IsGenerated(home, type) ? definition : $"{owner}::{name}{signature}";
    }

    /// <summary>Where a type is defined, when that is in a referenced project.</summary>
    (CodeFile? Code, TypeDefinitionHandle Type) Home(CodeFile code, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            var blob = code.Metadata.GetBlobReader(code.Metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
            if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                return default;
            blob.ReadByte(); // class or value type
            handle = blob.ReadTypeHandle();
        }
        if (handle.Kind == HandleKind.TypeDefinition)
            return (code, (TypeDefinitionHandle)handle);
        return handle.Kind == HandleKind.TypeReference
            && projects.TryGetValue(code.AssemblyOf((TypeReferenceHandle)handle), out var home)
            && home.FindType(code.NameOf((TypeReferenceHandle)handle)) is { } type ? (home, type) : default;
    }

    string Spell(string assembly, string name)
    {
        if (!projects.TryGetValue(assembly, out var code))
            Named.Add(assembly);
        else if (code.FindType(name) is { } type)
        {
            if (IsGenerated(code, type))
                return Inside(code, type, () => VirtualMethods(code, type));
            Reach(code, type);
        }
        return name;
    }

    /// <summary>What a generated class does besides its lambdas, as an iterator's does.</summary>
    string VirtualMethods(CodeFile code, TypeDefinitionHandle type) => string.Join('\n', code.Metadata.GetTypeDefinition(type).GetMethods()
        .Select(code.Metadata.GetMethodDefinition)
        .Where(method => (method.Attributes & MethodAttributes.Virtual) != 0)
        .Select(method => $"{code.Metadata.GetString(method.Name)} {BodyOf(method, code)}")
        .Order(StringComparer.Ordinal));

    string Inside(CodeFile code, EntityHandle handle, Func<string> text)
    {
        if (!_inside.Add((code, handle)))
            return "{itself}";
        var inside = $"{{{text()}}}";
        _inside.Remove((code, handle));
        return inside;
    }

    static bool IsGenerated(CodeFile code, TypeDefinitionHandle handle)
    {
        var type = code.Metadata.GetTypeDefinition(handle);
        return IsGenerated(code.Metadata.GetString(type.Name))
            || type.GetDeclaringType() is { IsNil: false } outer && IsGenerated(code, outer);
    }

    static bool IsGenerated(string name) => name.StartsWith('<');
}
