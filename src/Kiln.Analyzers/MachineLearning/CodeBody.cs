using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>The code of a method, an accessor, an initializer or the program.</summary>
sealed class CodeBody(IOperation root, ISymbol symbol)
{
    static readonly ConditionalWeakTable<SemanticModel, IReadOnlyList<CodeBody>> Known = new();

    IOperation[]? _operations;

    public IOperation Root => root;

    /// <summary>The member whose code it is.</summary>
    public ISymbol Symbol => symbol;

    /// <summary>Every operation, those of lambdas and local functions too.</summary>
    public IReadOnlyList<IOperation> Operations => _operations ??= [.. root.DescendantsAndSelf()];

    /// <summary>
    /// All of a file that does anything, in its order; read once, however many rules ask. A literal that a member starts with does nothing.
    /// </summary>
    public static IReadOnlyList<CodeBody> AllIn(SemanticModel file, CancellationToken stop) =>
        Known.TryGetValue(file, out var known) ? known : Known.GetValue(file, model => [.. Read(model, stop)]);

    static IEnumerable<CodeBody> Read(SemanticModel file, CancellationToken stop)
    {
        foreach (var node in file.SyntaxTree.GetRoot(stop).DescendantNodesAndSelf(HasMembers))
            if (IsBody(node) && file.GetOperation(node, stop) is { } root && Member(node, file, stop) is { } symbol)
                yield return new(root, symbol);
    }

    static ISymbol? Member(SyntaxNode body, SemanticModel file, CancellationToken stop) => body switch
    {
        EqualsValueClauseSyntax => file.GetDeclaredSymbol(body.Parent!, stop),
        ArrowExpressionClauseSyntax => (file.GetDeclaredSymbol(body.Parent!, stop) as IPropertySymbol)?.GetMethod,
        TypeDeclarationSyntax => (file.GetDeclaredSymbol(body, stop) as INamedTypeSymbol)?.InstanceConstructors
            .FirstOrDefault(one => one.DeclaringSyntaxReferences.Any(place => place.GetSyntax(stop) == body)),
        _ => file.GetDeclaredSymbol(body, stop),
    };

    static bool HasMembers(SyntaxNode node) => node
        is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
        or BasePropertyDeclarationSyntax or AccessorListSyntax
        or BaseFieldDeclarationSyntax or VariableDeclarationSyntax or VariableDeclaratorSyntax;

    static bool IsBody(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax { BaseList.Types: var bases } => bases.Count > 0 && bases[0] is PrimaryConstructorBaseTypeSyntax,
        CompilationUnitSyntax file => file.Members.Any(SyntaxKind.GlobalStatement),
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => node.Parent is BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax { Value: LiteralExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 } } => false,
        EqualsValueClauseSyntax => node.Parent is VariableDeclaratorSyntax or PropertyDeclarationSyntax,
        _ => false,
    };
}
