using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Evaluation;

/// <summary>Evaluates on the other side of the split that the model was fitted on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EvaluatedOnTrainingDataFix : KilnCodeFix
{
    protected override string Id => Ids.EvaluatedOnTrainingData;

    protected override Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (!finding.Properties.TryGetValue("HeldOut", out var text) || text is null)
            return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>(null);
        var evaluated = root.FindNode(finding.AdditionalLocations[1].SourceSpan, getInnermostNodeForTie: true);
        var heldOut = SyntaxFactory.ParseExpression(text).WithTriviaFrom(evaluated);
        return Task.FromResult<(string, Func<CancellationToken, Task<Document>>)?>((
            $"Evaluate on {text}",
            _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(evaluated, heldOut)))));
    }
}
