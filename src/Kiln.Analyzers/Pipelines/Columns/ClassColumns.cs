using Kiln.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>The columns that ML.NET makes of a class's members, and reads back into them.</summary>
static class ClassColumns
{
    /// <summary>As <c>LoadFromEnumerable</c> and prediction engines read a class; null where ML.NET refuses it.</summary>
    public static IReadOnlyList<ClassColumn>? Read(ITypeSymbol type) => ReadMembers(type, static member => member.IsReadable, FromMemory);

    /// <summary>As a prediction engine writes into a class; null where ML.NET refuses it.</summary>
    public static IReadOnlyList<ClassColumn>? Written(ITypeSymbol type) => ReadMembers(type, static member => member.IsWritable, FromMemory);

    /// <summary>As a text loader fills a class; null where ML.NET refuses it.</summary>
    public static IReadOnlyList<ClassColumn>? Loaded(ITypeSymbol type) => ReadMembers(type, static member => member.IsReadable, FromText);

    static IReadOnlyList<ClassColumn>? ReadMembers(ITypeSymbol type, Func<ClassMember, bool> isMeant, Func<ClassMember, ViewType?> typeOf)
    {
        if (!IsWhole(type))
            return null;
        var columns = new List<ClassColumn>();
        foreach (var member in ClassMember.ReadAll(type).Where(isMeant))
        {
            if (member.Has("NoColumnAttribute"))
                continue;
            if (typeOf(member) is { } found)
                columns.Add(new(member.ColumnName, found, member));
            else if (member.HasOwnType)
                columns.Add(new(member.ColumnName, null, member));
            else
                return null;
        }
        return columns;
    }

    /// <summary>A type parameter, or a class that does not compile yet, may have any members.</summary>
    static bool IsWhole(ITypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
            if (one.TypeKind is not (TypeKind.Class or TypeKind.Struct))
                return false;
        return true;
    }

    static ViewType? FromMemory(ClassMember member)
    {
        if (member.Item is not { } item)
            return null;
        var shape = !member.IsVector ? Shape.Scalar : member.HasSize ? Shape.Vector : Shape.Unsized;
        return new(item, shape, member.Has("KeyTypeAttribute"));
    }

    /// <summary>A text loader makes a vector of several fields, whatever the member's type.</summary>
    static ViewType? FromText(ClassMember member)
    {
        if (member.Item is not { } item || member.Attribute("LoadColumnAttribute") is not { } load)
            return null;
        var isOne = load.ConstructorArguments.Length == 1 && load.ConstructorArguments[0].Kind == TypedConstantKind.Primitive;
        return new(item, isOne ? Shape.Scalar : Shape.Vector, member.Has("KeyTypeAttribute"));
    }
}
