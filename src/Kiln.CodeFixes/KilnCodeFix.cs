using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes;

/// <summary>A fix of one rule: finds the node a finding is on, and offers a change only where it can be made.</summary>
public abstract class KilnCodeFix : CodeFixProvider
{
    protected abstract string Id { get; }

    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Id);

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var finding in context.Diagnostics)
            if (await FixAsync(context.Document, root, finding, context.CancellationToken).ConfigureAwait(false) is var (title, change))
                context.RegisterCodeFix(CodeAction.Create(title, change, equivalenceKey: Id), finding);
    }

    /// <summary>The change to offer, or null where none can be made that is known to be right.</summary>
    protected abstract Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop);
}
