using System.Globalization;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// Refers to symbols: the compilation's own by number, which reaches them, others by documentation id; both with type arguments.
/// </summary>
sealed class SymbolWriter(ReachedCode code)
{
    readonly Dictionary<ISymbol, string> _numbers = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, string> _names = new(SymbolEqualityComparer.Default);
    readonly SortedSet<string> _uses = new(StringComparer.Ordinal);

    Fingerprint Text => code.Text;

    /// <summary><c>Assembly|documentation id</c> of what other assemblies than the framework's, ML.NET's and Kiln's have.</summary>
    public IReadOnlyCollection<string> Uses => _uses;

    public void Write(ISymbol? symbol)
    {
        switch (symbol)
        {
            case null:
                Text.Add((string?)null);
                break;
            case ITypeSymbol type:
                WriteType(type);
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
                WriteNumber(symbol);
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
        WriteNumber(symbol);
        Reach(symbol);
    }

    public void WriteType(ITypeSymbol? type)
    {
        switch (type)
        {
            case null:
                Text.Add((string?)null);
                break;
            case IArrayTypeSymbol array:
                Text.Add($"[{array.Rank}]");
                WriteType(array.ElementType);
                break;
            case IPointerTypeSymbol pointer:
                Text.Add("*");
                WriteType(pointer.PointedAtType);
                break;
            case IFunctionPointerTypeSymbol pointer:
                Text.Add("function");
                WriteSignature(pointer.Signature);
                break;
            case ITypeParameterSymbol parameter:
                if (code.Owns(parameter))
                    WriteNumber(parameter);
                else
                    Text.Add("!").Add(parameter.Ordinal);
                break;
            case INamedTypeSymbol named:
                WriteNamed(named);
                break;
            default:
                Text.Add((int)type.TypeKind).Add(type.Name);
                break;
        }
    }

    /// <summary>A type that code outside of the compilation gets to see, as a type argument or by <c>typeof</c>.</summary>
    public void WriteShown(ITypeSymbol? type)
    {
        WriteType(type);
        Show(type);
    }

    public void Show(ITypeSymbol? type)
    {
        while (type is IArrayTypeSymbol array)
            type = array.ElementType;
        if (type is INamedTypeSymbol { IsAnonymousType: false, TypeKind: not TypeKind.Error } named && code.Owns(named))
            code.Open(Part.Row, named.OriginalDefinition);
    }

    public void WriteSignature(IMethodSymbol method)
    {
        Text.Add((int)method.RefKind);
        WriteType(method.ReturnType);
        Text.Add(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            Text.Add((int)parameter.RefKind);
            WriteType(parameter.Type);
        }
    }

    public void WriteTypeParameters(IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        Text.Add(parameters.Count);
        foreach (var parameter in parameters)
        {
            WriteNumber(parameter);
            Text.Add(parameter.HasReferenceTypeConstraint ? "class" : parameter.HasValueTypeConstraint ? "struct" : "");
            foreach (var constraint in parameter.ConstraintTypes)
                WriteType(constraint);
        }
    }

    public void WriteAttributes(ISymbol symbol, Func<INamedTypeSymbol, bool> isTelling)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !isTelling(type))
                continue;
            Write(attribute.AttributeConstructor);
            foreach (var argument in attribute.ConstructorArguments)
                WriteConstant(argument);
            foreach (var argument in attribute.NamedArguments)
            {
                Text.Add(argument.Key);
                WriteConstant(argument.Value);
            }
        }
    }

    /// <summary>Does not reach it.</summary>
    public void WriteNumber(ISymbol symbol)
    {
        if (!_numbers.TryGetValue(symbol, out var number))
            _numbers.Add(symbol, number = "#" + _numbers.Count.ToString(CultureInfo.InvariantCulture));
        Text.Add(number);
    }

    /// <summary>Only for members and types of other assemblies.</summary>
    public void WriteName(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (!_names.TryGetValue(symbol, out var name))
        {
            _names.Add(symbol, name = symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString());
            if (symbol.ContainingAssembly is { } assembly && Outside.IsUse(assembly))
                _uses.Add(assembly.Name + "|" + name);
        }
        Text.Add(name);
    }

    void WriteConstant(TypedConstant constant)
    {
        WriteType(constant.Type);
        if (constant.IsNull)
            Text.Add(ConstantText.Of(null));
        else if (constant.Kind == TypedConstantKind.Array)
        {
            Text.Add(constant.Values.Length);
            foreach (var value in constant.Values)
                WriteConstant(value);
        }
        else if (constant.Value is ITypeSymbol type)
            WriteShown(type);
        else
            Text.Add(ConstantText.Of(constant.Value));
    }

    void WriteMethod(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.AnonymousFunction)
            WriteNumber(method);
        else if (method.MethodKind is MethodKind.BuiltinOperator)
            Text.Add(method.Name);
        else
        {
            var whole = method.ReducedFrom ?? method;
            WriteMember(whole.PartialImplementationPart ?? whole);
            foreach (var argument in method.TypeArguments)
                WriteShown(argument);
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
            WriteName(member);
            return;
        }
        WriteNumber(member.OriginalDefinition);
        Reach(member.OriginalDefinition);
    }

    void WriteAccessor(ISymbol? accessor)
    {
        if (accessor is null || !code.Owns(accessor))
            return;
        WriteNumber(accessor);
        Reach(accessor);
    }

    void WriteContainer(ISymbol member)
    {
        for (var type = member.ContainingType; type is { TypeArguments.Length: > 0 }; type = type.ContainingType)
            foreach (var argument in type.TypeArguments)
                WriteShown(argument);
    }

    void WriteNamed(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
            Text.Add("?").Add(type.Name);
        else if (type.IsTupleType)
            Text.Add("tuple").Add(type.TupleElements.Length);
        else if (type.IsAnonymousType)
            WriteAnonymous(type);
        else if (code.Owns(type))
        {
            WriteNumber(type.OriginalDefinition);
            Reach(type.OriginalDefinition);
        }
        else
            WriteName(type);
        if (type.IsTupleType)
            foreach (var element in type.TupleElements)
                WriteType(element.Type);
        else
            WriteArguments(type);
    }

    void WriteArguments(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
            foreach (var argument in around.TypeArguments)
                if (around.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
                    WriteType(argument);
                else
                    WriteShown(argument);
    }

    void WriteAnonymous(INamedTypeSymbol type)
    {
        Text.Add("anonymous");
        if (type.DelegateInvokeMethod is { } invoke)
            WriteSignature(invoke);
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            Text.Add(property.Name);
            WriteType(property.Type);
        }
    }

    void Reach(ISymbol symbol)
    {
        code.Open(Part.Content, symbol);
        if (symbol is IMethodSymbol method && DispatchWriter.Root(method) is { } root)
            code.Open(Part.Dispatch, root);
        if (symbol is not ITypeSymbol && symbol.ContainingType is { } type
            && (symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }))
            code.Open(Part.Start, type.OriginalDefinition);
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
