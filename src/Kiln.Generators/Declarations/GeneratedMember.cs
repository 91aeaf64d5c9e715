using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Declarations;

/// <summary>The members that completing a model's class adds.</summary>
static class GeneratedMember
{
    /// <summary>A member that the user has written and generated code would declare a second time, or null.</summary>
    public static ISymbol? OwnOf(INamedTypeSymbol type) =>
        type.GetMembers().FirstOrDefault(static member => IsTaken(member) && !IsGenerated(member));

    /// <summary>Types and properties take a name whole; methods share it with other signatures.</summary>
    static bool IsTaken(ISymbol member) => (member.Name, member) switch
    {
        ("Input" or "Prediction" or "Columns" or "Info", _) => true,
        ("Load", IMethodSymbol method) => Takes(method) || Takes(method, "String"),
        ("Predict", IMethodSymbol method) =>
            (Takes(method, "Input") && method.Parameters[0].RefKind != RefKind.None) || Takes(method, "ReadOnlySpan", "Span"),
        ("Load" or "Predict", _) => true,
        _ => false,
    };

    static bool Takes(IMethodSymbol method, params string[] types) =>
        method.Arity == 0 && method.Parameters.Select(static parameter => parameter.Type.Name).SequenceEqual(types);

    /// <summary>Analyzers see the class as completed; only its generated members carry our mark.</summary>
    static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value is "Kiln");
}
