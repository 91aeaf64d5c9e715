using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// Finds what a call through a base class or an interface may end in: the overrides and implementations in the types that the code
/// constructs or names as type arguments. Other assemblies may call whatever they declare.
/// </summary>
sealed class DispatchWriter(ReachedCode code)
{
    readonly List<INamedTypeSymbol> _instances = [];
    readonly List<IMethodSymbol> _members = [];

    Fingerprint Text => code.Text;

    /// <summary>The member of the compilation's own that dispatches a method; null where none does.</summary>
    public static IMethodSymbol? Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden && ReferenceEquals(overridden.ContainingAssembly, method.ContainingAssembly))
            method = overridden.OriginalDefinition;
        return method.IsVirtual || method.IsAbstract ? method : null;
    }

    public void WriteInstance(INamedTypeSymbol type)
    {
        _instances.Add(type);
        foreach (var (name, method) in ForOthers(type).OrderBy(static pair => pair.Name, StringComparer.Ordinal))
        {
            Text.Add(name);
            code.Symbols.Write(method);
        }
        foreach (var member in _members)
            WriteImplementation(type, member);
    }

    public void WriteMember(IMethodSymbol member)
    {
        _members.Add(member);
        foreach (var type in _instances)
            WriteImplementation(type, member);
    }

    void WriteImplementation(INamedTypeSymbol type, IMethodSymbol member)
    {
        if (Implementation(type, member) is not { } found || SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, member))
            return;
        Text.Add("implements");
        code.Names.WriteNumber(type);
        code.Names.WriteNumber(member);
        code.Symbols.Write(found);
    }

    /// <summary>What a type overrides and implements of other assemblies' members.</summary>
    IEnumerable<(string Name, IMethodSymbol Method)> ForOthers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? one = type; one is not null && code.Owns(one); one = one.BaseType?.OriginalDefinition)
            foreach (var method in one.GetMembers().OfType<IMethodSymbol>())
                if (method.IsOverride && !method.IsImplicitlyDeclared && Least(method) is { } least && !code.Owns(least))
                    yield return (least.GetDocumentationCommentId() ?? least.Name, method);
        foreach (var implemented in type.AllInterfaces)
            if (!code.Owns(implemented))
                foreach (var member in implemented.GetMembers().OfType<IMethodSymbol>())
                    if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsImplicitlyDeclared: false } method
                        && code.Owns(method))
                        yield return (member.GetDocumentationCommentId() ?? member.Name, method);
    }

    static IMethodSymbol Least(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return method.OriginalDefinition;
    }

    /// <summary>Of all constructions of a generic interface, each may be the one that is meant.</summary>
    static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol member)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
            return type.AllInterfaces
                .Where(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, member.ContainingType))
                .SelectMany(static one => one.GetMembers().OfType<IMethodSymbol>())
                .Where(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, member))
                .Select(one => type.FindImplementationForInterfaceMember(one) as IMethodSymbol)
                .FirstOrDefault(static one => one is not null);
        for (INamedTypeSymbol? one = type; one is not null; one = one.BaseType?.OriginalDefinition)
            foreach (var method in one.GetMembers().OfType<IMethodSymbol>())
                if (method.IsOverride && SymbolEqualityComparer.Default.Equals(Root(method), member))
                    return method;
        return null;
    }
}
