using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Declarations;

/// <summary>What a class must be for generated code to complete it.</summary>
static class ModelClass
{
    /// <summary>Why it cannot be completed and what to do, to follow the class's name; null when it can.</summary>
    public static string? Obstacle(INamedTypeSymbol type)
    {
        if (!IsPartial(type))
            return $"is not partial; declare it as 'partial class {type.Name}'";
        if (type.IsRecord)
            return "is a record, whose equality a loaded model cannot have; make it a class";
        if (type.IsStatic)
            return "is static, but a loaded model is an object; remove 'static'";
        if (type.IsAbstract)
            return "is abstract, so Load() could not create it; remove 'abstract'";
        if (type.IsFileLocal)
            return "is local to its file, where generated code cannot reach it; remove 'file'";
        if (HasPrimaryConstructor(type))
            return "has a primary constructor, which Load() would have to call; remove its parameters";
        if (GeneratedMember.OwnOf(type) is { } member)
            return $"has a member '{member.Name}' of its own, which generated code declares too; rename it";
        for (var around = type; around is not null; around = around.ContainingType)
        {
            if (around.Arity > 0)
                return (type.Arity > 0 ? "is generic" : $"is inside the generic type '{around.Name}'")
                    + ", but a model has one set of types; remove the type parameters";
            if (!IsPartial(around))
                return $"is inside '{around.Name}', which is not partial; make '{around.Name}' partial or move the class out";
        }
        return null;
    }

    static bool IsPartial(INamedTypeSymbol type) =>
        Declarations(type).All(static declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    static bool HasPrimaryConstructor(INamedTypeSymbol type) =>
        Declarations(type).Any(static declaration => declaration.ParameterList is not null);

    static IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>();
}
