using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Versions;

/// <summary>
/// A path that the code itself says, at once or through a local, a field or a property that is always the same, and put together of such pieces;
/// the folder a program is in or was started in adds nothing. Only what one file shows is followed.
/// </summary>
static class WrittenPath
{
    const int Farthest = 4;

    /// <summary>Null where the path may be another one elsewhere.</summary>
    public static string? Read(IOperation value, int depth = 0)
    {
        value = value.Unwrapped();
        return value.ConstantValue is { HasValue: true, Value: string path } ? path
            : depth > Farthest ? null
            : value switch
            {
                IInvocationOperation call => Read(call, depth + 1),
                ILocalReferenceOperation { Local: var local } => ReadInitializer(value, local, depth + 1),
                IFieldReferenceOperation { Field: { IsReadOnly: true } or { DeclaredAccessibility: Accessibility.Private } } field =>
                    ReadInitializer(value, field.Field, depth + 1),
                IPropertyReferenceOperation { Property: var folder } when IsStartFolder(folder) => "",
                IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } => ReadInitializer(value, property, depth + 1),
                _ => null,
            };
    }

    static string? Read(IInvocationOperation call, int depth)
    {
        if (call.TargetMethod is { Name: "GetCurrentDirectory", ContainingType.Name: "Directory" })
            return "";
        if (call.TargetMethod is not { Name: "Combine" or "Join" or "GetFullPath", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } })
            return null;
        var pieces = call.Arguments
            .SelectMany(static argument => argument.Value is IArrayCreationOperation { Initializer.ElementValues: var more } ? more.AsEnumerable() : [argument.Value])
            .Select(piece => Read(piece, depth))
            .ToList();
        return pieces.Contains(null) ? null : string.Join("/", pieces.Where(static piece => piece!.Length > 0));
    }

    static bool IsStartFolder(IPropertySymbol property) =>
        (property.ContainingType.Name, property.Name) is ("AppContext", "BaseDirectory") or ("Environment", "CurrentDirectory");

    static string? ReadInitializer(IOperation use, ISymbol symbol, int depth)
    {
        if (symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || declaration.SyntaxTree != use.Syntax.SyntaxTree)
            return null;
        var value = declaration.GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator when !IsAssigned(declarator) => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        return value is not null && use.SemanticModel?.GetOperation(value) is { } operation ? Read(operation, depth) : null;
    }

    /// <summary>Whether the code around a declaration gives its variable another value; by name, so rather too often than too seldom.</summary>
    static bool IsAssigned(VariableDeclaratorSyntax declarator) =>
        declarator.FirstAncestorOrSelf<SyntaxNode>(static around => around is BaseMethodDeclarationSyntax or TypeDeclarationSyntax or CompilationUnitSyntax)!
            .DescendantNodes()
            .Any(node => node is AssignmentExpressionSyntax { Left: var target } && target.ToString() is var name
                && (name == declarator.Identifier.Text || name.EndsWith("." + declarator.Identifier.Text, StringComparison.Ordinal)));
}
