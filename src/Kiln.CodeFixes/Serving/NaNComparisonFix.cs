using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Kiln.CodeFixes.Serving;

/// <summary>Asks <c>IsNaN</c> instead of comparing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NaNComparisonFix : KilnCodeFix
{
    protected override string Id => Ids.NaNComparison;

    protected override async Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is not BinaryExpressionSyntax comparison
            || await document.GetSemanticModelAsync(stop).ConfigureAwait(false) is not { } model)
            return null;
        var value = IsNaN(model, comparison.Right, stop) ? comparison.Left : comparison.Right;
        // A comparison of a float with double.NaN is one of doubles; asking the float itself has the same answer.
        var type = model.GetTypeInfo(value, stop).Type?.SpecialType == SpecialType.System_Single
            ? SyntaxKind.FloatKeyword
            : SyntaxKind.DoubleKeyword;
        ExpressionSyntax asked = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.PredefinedType(SyntaxFactory.Token(type)),
                SyntaxFactory.IdentifierName("IsNaN")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Bare(value).WithoutTrivia()))));
        if (comparison.IsKind(SyntaxKind.NotEqualsExpression))
            asked = SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, asked);
        asked = asked.WithTriviaFrom(comparison).WithAdditionalAnnotations(Formatter.Annotation);
        return ("Ask IsNaN", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(comparison, asked))));
    }

    static ExpressionSyntax Bare(ExpressionSyntax value) => value is ParenthesizedExpressionSyntax inner ? inner.Expression : value;

    static bool IsNaN(SemanticModel model, ExpressionSyntax expression, CancellationToken stop) =>
        model.GetConstantValue(expression, stop) is { HasValue: true, Value: float.NaN or double.NaN };
}
