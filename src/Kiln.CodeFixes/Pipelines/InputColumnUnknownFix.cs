using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Simplification;

namespace Kiln.CodeFixes.Pipelines;

/// <summary>Names the nearest column that is there: by its generated constant where a model has one, else by its text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InputColumnUnknownFix : KilnCodeFix
{
    protected override string Id => Ids.InputColumnUnknown;

    protected override Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        (string, Func<CancellationToken, Task<Document>>)? fix = null;
        if (finding.Properties.TryGetValue("Instead", out var name) && name is not null
            && root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax misspelt)
        {
            ExpressionSyntax instead = finding.Properties.TryGetValue("Constant", out var constant) && constant is not null
                ? SyntaxFactory.ParseExpression(constant).WithAdditionalAnnotations(Simplifier.Annotation)
                : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
            fix = ($"Name '{name}'", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(misspelt, instead.WithTriviaFrom(misspelt)))));
        }
        return Task.FromResult(fix);
    }
}
