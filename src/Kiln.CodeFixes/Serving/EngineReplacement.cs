using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.CodeFixes.Serving;

/// <summary>A file in which a model's predictor stands in the place of an engine's field. Whether it compiles is for the caller to see.</summary>
sealed class EngineReplacement(SemanticModel semantics, IFieldSymbol engine, INamedTypeSymbol model, CancellationToken stop)
{
    readonly Dictionary<SyntaxNode, SyntaxNode> _changes = [];
    readonly INamedTypeSymbol? _input = model.GetTypeMembers("Input").FirstOrDefault();

    /// <summary>Null where the model does not take what the engine takes, or a row is made in a way that cannot be translated.</summary>
    public SyntaxNode? In(SyntaxNode root, VariableDeclaratorSyntax field)
    {
        if (engine.Type is not INamedTypeSymbol { TypeArguments: { Length: 2 } types } || InputMembers() is not { Count: > 0 } members
            || !members.All(member => types[0].GetMembers(member).Length > 0))
            return null;
        var declaration = (VariableDeclarationSyntax)field.Parent!;
        _changes[declaration.Type] = Type(Name(model, declaration), declaration.Type);
        if (field.Initializer is { Value: var initial } && !Create(initial))
            return null;
        foreach (var use in root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsEngine))
        {
            var whole = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : (ExpressionSyntax)use;
            if (whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole)
            {
                if (!Create(assignment.Right))
                    return null;
            }
            else if (whole.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Predict", Parent: InvocationExpressionSyntax call }
                || call.ArgumentList.Arguments.Count != 1 || !Ask(call.ArgumentList.Arguments[0].Expression, types[0], members))
                return null;
            else
                Answer(call, types[1]);
        }
        return root.ReplaceNodes(_changes.Keys, (old, _) => _changes[old].WithTriviaFrom(old));
    }

    bool IsEngine(IdentifierNameSyntax name) =>
        name.Identifier.ValueText == engine.Name && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name, stop).Symbol, engine);

    /// <summary>Where the engine is made, the predictor is loaded. An engine that comes from elsewhere stays.</summary>
    bool Create(ExpressionSyntax made)
    {
        if (semantics.GetSymbolInfo(made, stop).Symbol is not IMethodSymbol { Name: "CreatePredictionEngine" })
            return false;
        _changes[made] = SyntaxFactory.ParseExpression($"{Name(model, made)}.Load()");
        return true;
    }

    bool Ask(ExpressionSyntax row, ITypeSymbol type, IReadOnlyList<string> members)
    {
        switch (row)
        {
            case ImplicitObjectCreationExpressionSyntax:
                return true;
            case ObjectCreationExpressionSyntax { Type: var made }
                when SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(made, stop).Symbol, type):
                _changes[made] = Type(Name(_input!, made), made);
                return true;
            // Read once for each member, it must be there already.
            case IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax }:
                _changes[row] = SyntaxFactory.ParseExpression(
                    $"new {Name(_input!, row)} {{ {string.Join(", ", members.Select(member => $"{member} = {row.WithoutTrivia()}.{member}"))} }}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>Members that the class names otherwise than ML.NET, where the answer is read at once or from a local.</summary>
    void Answer(InvocationExpressionSyntax call, ITypeSymbol answer)
    {
        var local = call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            ? semantics.GetDeclaredSymbol(declarator, stop)
            : null;
        foreach (var read in call.SyntaxTree.GetRoot(stop).DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            if ((read.Expression == call
                    || local is not null && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(read.Expression, stop).Symbol, local))
                && answer.GetMembers(read.Name.Identifier.ValueText).FirstOrDefault() is { } member && ColumnName(member) is { } column)
                _changes[read.Name] = SyntaxFactory.IdentifierName(column);
    }

    static string? ColumnName(ISymbol member) => member.GetAttributes()
        .FirstOrDefault(static one => one.AttributeClass?.Name == "ColumnNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;

    IReadOnlyList<string> InputMembers() =>
        [.. (_input?.GetMembers().OfType<IPropertySymbol>() ?? [])
            .Where(static member => member is { SetMethod: not null, IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            .Select(static member => member.Name)];

    string Name(INamedTypeSymbol type, SyntaxNode at) => type.ToMinimalDisplayString(semantics, at.SpanStart);

    /// <summary>A nullable field stays nullable.</summary>
    static TypeSyntax Type(string name, TypeSyntax old) => SyntaxFactory.ParseTypeName(old is NullableTypeSyntax ? name + "?" : name);
}
