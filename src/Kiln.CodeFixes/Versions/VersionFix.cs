using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Versions;

/// <summary>Raises a model's version to the lowest that will do. One that is a constant declared elsewhere may be other models' too and stays.</summary>
public abstract class VersionFix : KilnCodeFix
{
    protected sealed override Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop) => Task.FromResult(Fix(document, root, finding));

    static (string, Func<CancellationToken, Task<Document>>)? Fix(Document document, SyntaxNode root, Diagnostic finding)
    {
        if (!finding.Properties.TryGetValue("Lowest", out var lowest) || lowest is null
            || root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal)
            return null;
        var bumped = literal.WithToken(SyntaxFactory.Literal(lowest).WithTriviaFrom(literal.Token));
        return ($"Change Version to {lowest}", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(literal, bumped))));
    }
}

/// <summary>Raises a version that is too low.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class VersionTooLowFix : VersionFix
{
    protected override string Id => Ids.VersionTooLow;
}

/// <summary>Raises a version that is released as something else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class VersionTakenFix : VersionFix
{
    protected override string Id => Ids.VersionTaken;
}
