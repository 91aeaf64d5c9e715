using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.CodeFixes;

/// <summary>Members set where an object is made.</summary>
static class ObjectInitializer
{
    /// <summary>The creation with a member set: changed where it is set already, else set last.</summary>
    public static BaseObjectCreationExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, string member, string value)
    {
        var set = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(one => one.Left is IdentifierNameSyntax name && name.Identifier.ValueText == member);
        if (set is not null)
            return creation.ReplaceNode(set.Right, SyntaxFactory.ParseExpression(value).WithTriviaFrom(set.Right));
        var added = SyntaxFactory.ParseExpression($"{member} = {value}");
        if (creation.Initializer is not { Expressions.Count: > 0 } initializer)
            return creation.WithInitializer(Initializer($"{{ {member} = {value} }}")
                .WithLeadingTrivia(creation.Initializer?.GetLeadingTrivia() ?? SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        var last = initializer.Expressions.Last();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(
            initializer.Expressions.Count > 1
                ? initializer.Expressions.GetSeparator(0).TrailingTrivia
                : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        var expressions = initializer.Expressions.GetWithSeparators();
        if (initializer.Expressions.SeparatorCount == initializer.Expressions.Count)
            expressions = expressions.Add(added.WithTriviaFrom(last));
        else
            expressions = expressions.Replace(last, last.WithoutTrailingTrivia()).Add(comma)
                .Add(added.WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(last.GetTrailingTrivia()));
        return creation.WithInitializer(initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(expressions)));
    }

    /// <summary>The arguments of a call that is given one object.</summary>
    public static ArgumentListSyntax Argument(string creation) => SyntaxFactory.ParseArgumentList($"({creation})");

    static InitializerExpressionSyntax Initializer(string text) =>
        ((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression("new T " + text)).Initializer!;
}
