using Kiln.Generators.Caching;
using Kiln.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Declarations;

/// <summary>Where a class stands: its namespace, and the types around it from the outside in.</summary>
/// <param name="Namespace">With dots; empty for the global one.</param>
/// <param name="Outer">Declarations to open, such as <c>partial record struct Outer</c>.</param>
sealed record TypePath(string Namespace, EquatableArray<string> Outer)
{
    public static TypePath From(INamedTypeSymbol type)
    {
        var outer = new List<string>();
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
            outer.Insert(0, $"partial {Keyword(around)} {Literal.Name(around.Name)}");
        return new(string.Join(".", Namespaces(type).Select(Literal.Name)), new(outer));
    }

    /// <summary>The names of the namespaces around a type, from the outside in.</summary>
    public static IEnumerable<string> Namespaces(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            names.Push(space.Name);
        return names;
    }

    static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
