using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Leakage;

/// <summary>Splits rows one by one again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SamplingKeyIsLabelFix : KilnCodeFix
{
    protected override string Id => Ids.SamplingKeyIsLabel;

    protected override Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (!finding.Properties.TryGetValue("Removable", out var removable) || removable is null
            || root.FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument)
            return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>(null);
        return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>((
            "Leave the sampling key out",
            _ => Task.FromResult(document.WithSyntaxRoot(root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!))));
    }
}
