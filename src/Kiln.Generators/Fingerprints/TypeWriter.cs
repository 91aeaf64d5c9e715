using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// Writes what kind a type is, and what others see of it: ML.NET binds columns to fields and properties by name and attribute.
/// </summary>
sealed class TypeWriter(ReachedCode code)
{
    Fingerprint Text => code.Text;

    /// <summary>What is true of it wherever it is named. Its members count where they are reached.</summary>
    public void WriteKind(INamedTypeSymbol type)
    {
        Text.Add((int)type.TypeKind).Add(type.IsRecord ? "record" : "");
        code.Types.WriteTypeParameters(type.TypeParameters);
        code.Types.WriteType(type.EnumUnderlyingType ?? type.BaseType);
        Text.Add(type.Interfaces.Length);
        foreach (var implemented in type.Interfaces)
            code.Types.WriteType(implemented);
        if (type.DelegateInvokeMethod is { } invoke)
            code.Types.WriteSignature(invoke);
    }

    public void WriteShape(INamedTypeSymbol type)
    {
        code.Attributes.Write(type, Outside.IsTelling);
        if (type.BaseType is { } inherited && code.Owns(inherited))
            code.Open(Part.Shape, inherited.OriginalDefinition);
        foreach (var member in Seen(type))
        {
            Text.Add(member.Name);
            code.Types.WriteType((member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type);
            if (member is IFieldSymbol { HasConstantValue: true } constant)
                Text.Add(ConstantText.Format(constant.ConstantValue));
            if (member is IPropertySymbol property)
                Text.Add(IsPublic(property.GetMethod) ? "get" : "").Add(IsPublic(property.SetMethod) ? "set" : "");
            code.Attributes.Write(member, Outside.IsTelling);
        }
    }

    /// <summary>Rows are made by their constructor without parameters and read by their properties.</summary>
    public void WriteRow(INamedTypeSymbol type)
    {
        code.Open(Part.Shape, type);
        code.Open(Part.Instance, type);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return;
        if (!type.IsAbstract && type.InstanceConstructors.FirstOrDefault(static one => one.Parameters.Length == 0) is { } constructor)
            code.Symbols.Write(constructor);
        for (INamedTypeSymbol? one = type; one is not null && code.Owns(one); one = one.BaseType?.OriginalDefinition)
            foreach (var property in Seen(one).OfType<IPropertySymbol>())
                code.Symbols.WriteProperty(property, IsPublic(property.GetMethod), IsPublic(property.SetMethod));
    }

    /// <summary>In an enum every value; otherwise what reflection finds of an object without asking for more than the public.</summary>
    static IEnumerable<ISymbol> Seen(INamedTypeSymbol type) => type.GetMembers().Where(member => member switch
    {
        IFieldSymbol field => field.DeclaredAccessibility == Accessibility.Public && (!field.IsStatic || type.TypeKind == TypeKind.Enum),
        IPropertySymbol { IsIndexer: false, IsStatic: false } property => property.DeclaredAccessibility == Accessibility.Public,
        _ => false,
    });

    static bool IsPublic(IMethodSymbol? accessor) => accessor is { DeclaredAccessibility: Accessibility.Public };
}
