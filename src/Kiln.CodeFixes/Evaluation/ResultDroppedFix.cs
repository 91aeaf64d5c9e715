using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Evaluation;

/// <summary>Assigns a dropped result to the variable that was meant to change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ResultDroppedFix : KilnCodeFix
{
    protected override string Id => Ids.ResultDropped;

    protected override Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (!finding.Properties.TryGetValue("Variable", out var variable) || variable is null
            || root.FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement)
            return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>(null);
        var call = statement.Expression;
        var assignment = SyntaxFactory.ParseExpression($"{variable} = {call.WithoutTrivia().ToFullString()}").WithTriviaFrom(call);
        return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>((
            $"Assign the result to '{variable}'",
            _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(statement, statement.WithExpression(assignment))))));
    }
}
