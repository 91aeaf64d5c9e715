using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>Refers to symbols of any kind, with type arguments, and reaches those of the compilation.</summary>
sealed class SymbolWriter(ReachedCode code)
{
    Fingerprint Text => code.Text;

    public void Write(ISymbol? symbol)
    {
        switch (symbol)
        {
            case null:
                Text.Add((string?)null);
                break;
            case ITypeSymbol type:
                code.Types.WriteType(type);
                break;
            case IMethodSymbol method:
                WriteMethod(method);
                break;
            case IPropertySymbol property:
                WriteProperty(property, read: true, written: true);
                break;
            case IFieldSymbol field:
                WriteField(field);
                break;
            case IEventSymbol found:
                WriteMember(found);
                WriteAccessor(found.AddMethod);
                WriteAccessor(found.RemoveMethod);
                break;
            case INamespaceSymbol or IAliasSymbol or IPreprocessingSymbol or IAssemblySymbol or IModuleSymbol:
                Text.Add(symbol.Name);
                break;
            default:
                code.Names.WriteNumber(symbol);
                break;
        }
    }

    /// <summary>Only what is accessed counts, not what the other accessor does.</summary>
    public void WriteProperty(IPropertySymbol property, bool read, bool written)
    {
        if (property.ContainingType.IsAnonymousType)
        {
            Text.Add(property.Name);
            return;
        }
        Text.Add(read ? written ? "get set" : "get" : "set");
        if (!code.Owns(property))
        {
            WriteMember(property);
            return;
        }
        WriteContainer(property);
        if (read)
            WriteAccessor(Accessor(property, static one => one.GetMethod) ?? (ISymbol)property.OriginalDefinition);
        if (written)
            WriteAccessor(Accessor(property, static one => one.SetMethod) ?? (ISymbol)property.OriginalDefinition);
    }

    /// <summary>The storage behind a property or an event, as its automatic accessors know it.</summary>
    public void WriteStorage(ISymbol symbol)
    {
        code.Names.WriteNumber(symbol);
        code.Reach(symbol);
    }

    void WriteMethod(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.AnonymousFunction)
            code.Names.WriteNumber(method);
        else if (method.MethodKind is MethodKind.BuiltinOperator)
            Text.Add(method.Name);
        else
        {
            var whole = method.ReducedFrom ?? method;
            WriteMember(whole.PartialImplementationPart ?? whole);
            foreach (var argument in method.TypeArguments)
                code.Types.WriteShown(argument);
        }
    }

    void WriteField(IFieldSymbol field)
    {
        if (field.ContainingType is { IsTupleType: true })
            Text.Add((field.CorrespondingTupleField ?? field).Name);
        else
            WriteMember(field.AssociatedSymbol ?? field);
    }

    void WriteMember(ISymbol member)
    {
        WriteContainer(member);
        if (!code.Owns(member))
        {
            code.Names.WriteName(member);
            return;
        }
        code.Names.WriteNumber(member.OriginalDefinition);
        code.Reach(member.OriginalDefinition);
    }

    void WriteAccessor(ISymbol? accessor)
    {
        if (accessor is null || !code.Owns(accessor))
            return;
        code.Names.WriteNumber(accessor);
        code.Reach(accessor);
    }

    void WriteContainer(ISymbol member)
    {
        for (var type = member.ContainingType; type is { TypeArguments.Length: > 0 }; type = type.ContainingType)
            foreach (var argument in type.TypeArguments)
                code.Types.WriteShown(argument);
    }

    /// <summary>An override may leave an accessor to its base.</summary>
    static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (IPropertySymbol? one = property.OriginalDefinition; one is not null; one = one.OverriddenProperty?.OriginalDefinition)
            if (accessor(one) is { } found)
                return found;
        return null;
    }
}
