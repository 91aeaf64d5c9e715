using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Serving;

/// <summary>
/// Asks the predictor of the project's model instead of a shared engine. Offered where one model takes what the engine takes, and the code that
/// asks it compiles as it did.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SharedEngineFix : KilnCodeFix
{
    protected override string Id => Ids.SharedEngine;

    protected override async Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (!finding.Properties.TryGetValue("Models", out var ids) || ids is null
            || await document.GetSemanticModelAsync(stop).ConfigureAwait(false) is not { } semantics
            || root.FindNode(finding.Location.SourceSpan) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } } field
            || semantics.GetDeclaredSymbol(field, stop) is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } engine
            || engine.ContainingType.DeclaringSyntaxReferences.Length > 1)
            return null;
        var errors = Errors(semantics, stop);
        (string, Document)? only = null;
        foreach (var id in ids.Split(';'))
        {
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, semantics.Compilation) is not INamedTypeSymbol model
                || new EngineReplacement(semantics, engine, model, stop).In(root, field) is not { } replaced)
                continue;
            var changed = document.WithSyntaxRoot(replaced);
            if (await changed.GetSemanticModelAsync(stop).ConfigureAwait(false) is not { } after || Errors(after, stop) != errors)
                continue;
            if (only is not null)
                return null; // Which of two models is meant, nobody but the author knows.
            only = ($"Ask {model.Name}, the model that the build trains", changed);
        }
        return only is var (title, asking) ? (title, _ => Task.FromResult(asking)) : null;
    }

    static int Errors(SemanticModel file, CancellationToken stop) =>
        file.GetDiagnostics(cancellationToken: stop).Count(static one => one.Severity == DiagnosticSeverity.Error);
}
