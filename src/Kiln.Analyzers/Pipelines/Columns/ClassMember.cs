using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>A public field or property, as ML.NET's reflection sees it.</summary>
sealed class ClassMember
{
    readonly ITypeSymbol _type;

    ClassMember(ISymbol symbol, ITypeSymbol type)
    {
        (Symbol, _type) = (symbol, type);
        var item = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { Name: "VBuffer", TypeArguments.Length: 1 } buffer => buffer.TypeArguments[0],
            _ => null,
        };
        IsVector = item is not null;
        Item = ItemOf(item ?? type);
    }

    public ISymbol Symbol { get; }

    /// <summary>Where its name is declared; null where that is not in the project.</summary>
    public Location? Location => Symbol.Locations.FirstOrDefault(static place => place.IsInSource);

    public bool IsVector { get; }

    /// <summary>One value's type; null where ML.NET has none for it.</summary>
    public string? Item { get; }

    public bool IsReadable => Symbol is IFieldSymbol or IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public };

    public bool IsWritable => Symbol is IFieldSymbol or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public };

    /// <summary>Whether <c>[VectorType]</c> says how long it is.</summary>
    public bool HasSize => Attribute("VectorTypeAttribute") is { } vector
        && vector.ConstructorArguments.Any(static argument =>
            argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values.Any(IsSize) : IsSize(argument));

    /// <summary>The one column of a file that <c>[LoadColumn]</c> names; null where it names none or several.</summary>
    public int? LoadedFrom =>
        Attribute("LoadColumnAttribute") is { ConstructorArguments.Length: 1 } load
        && load.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: int index } ? index : null;

    public string ColumnName => Attribute("ColumnNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string ?? Symbol.Name;

    /// <summary>Whether an attribute, or its own type, registers a type of column that is not ML.NET's.</summary>
    public bool HasOwnType => Symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.BaseType?.Name == "DataViewTypeAttribute")
        || _type is INamedTypeSymbol { Name: "MLImage" or "DataViewRowId" or "IChannel" };

    public bool Has(string attribute) => Attribute(attribute) is not null;

    public AttributeData? Attribute(string name) =>
        Symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    /// <summary>Fields before properties, as ML.NET finds them; inherited ones too.</summary>
    public static IEnumerable<ClassMember> ReadAll(ITypeSymbol type)
    {
        var members = new List<ClassMember>();
        for (ITypeSymbol? level = type; level is not null and not { SpecialType: SpecialType.System_Object }; level = level.BaseType)
            foreach (var member in level.GetMembers().Where(static member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }))
                if (member is IFieldSymbol { IsImplicitlyDeclared: false } field && IsNew(field))
                    members.Add(new(field, field.Type));
                else if (member is IPropertySymbol { IsIndexer: false } property && IsNew(property))
                    members.Add(new(property, property.Type));
        return members.OrderBy(static member => member.Symbol is IPropertySymbol);

        bool IsNew(ISymbol symbol) => members.All(member => member.Symbol.Name != symbol.Name);
    }

    static bool IsSize(TypedConstant value) => value is { Kind: TypedConstantKind.Primitive, Value: > 0 };

    static string? ItemOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "text",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_DateTime => "DateTime",
        _ => type switch
        {
            { Name: "DateTimeOffset" or "TimeSpan", ContainingNamespace.Name: "System" } => type.Name,
            INamedTypeSymbol { Name: "ReadOnlyMemory", TypeArguments.Length: 1 } memory when memory.TypeArguments[0].SpecialType == SpecialType.System_Char => "text",
            _ => null,
        },
    };
}
