using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>Refers to types where code names them, with their type arguments.</summary>
sealed class TypeReferenceWriter(ReachedCode code)
{
    Fingerprint Text => code.Text;

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
                    code.Names.WriteNumber(parameter);
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
            code.Names.WriteNumber(parameter);
            Text.Add(parameter.HasReferenceTypeConstraint ? "class" : parameter.HasValueTypeConstraint ? "struct" : "");
            foreach (var constraint in parameter.ConstraintTypes)
                WriteType(constraint);
        }
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
            code.Names.WriteNumber(type.OriginalDefinition);
            code.Reach(type.OriginalDefinition);
        }
        else
            code.Names.WriteName(type);
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
}
