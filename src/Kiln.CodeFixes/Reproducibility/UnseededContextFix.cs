using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Reproducibility;

/// <summary>Gives a context the seed 1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnseededContextFix : KilnCodeFix
{
    static readonly ArgumentListSyntax Seed = SyntaxFactory.ParseArgumentList("(seed: 1)");

    protected override string Id => Ids.UnseededContext;

    protected override Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is not BaseObjectCreationExpressionSyntax creation)
            return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>(null);
        var seeded = creation switch
        {
            ObjectCreationExpressionSyntax { ArgumentList: null } bare => bare
                .WithType(bare.Type.WithoutTrailingTrivia())
                .WithArgumentList(Seed.WithTrailingTrivia(bare.Type.GetTrailingTrivia())),
            _ => creation.WithArgumentList(Seed.WithTriviaFrom(creation.ArgumentList!)),
        };
        return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>(
            ("Give the context a seed", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(creation, seeded)))));
    }
}
