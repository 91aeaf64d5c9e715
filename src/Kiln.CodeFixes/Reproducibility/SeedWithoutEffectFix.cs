using System.Composition;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kiln.CodeFixes.Reproducibility;

/// <summary>Has a trainer use one thread: in the options that are there, or in options that say what the arguments said.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SeedWithoutEffectFix : KilnCodeFix
{
    const string Threads = "NumberOfThreads";

    protected override string Id => Ids.SeedWithoutEffect;

    protected override async Task<(string Title, Func<CancellationToken, Task<Document>> Change)?> FixAsync(
        Document document, SyntaxNode root, Diagnostic finding, CancellationToken stop)
    {
        if (await document.GetSemanticModelAsync(stop).ConfigureAwait(false) is not { } model)
            return null;
        var (old, changed) = finding.AdditionalLocations.FirstOrDefault() is { } place
            ? InOptions(root.FindNode(place.SourceSpan, getInnermostNodeForTie: true))
            : WithOptions(root.FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>(), model, stop);
        return old is null || changed is null
            ? null
            : ("Train on one thread", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(old, changed.WithTriviaFrom(old)))));
    }

    static (SyntaxNode?, SyntaxNode?) InOptions(SyntaxNode node)
    {
        if (node is not BaseObjectCreationExpressionSyntax creation)
            return default;
        // What is set after the object was made would win.
        var sets = creation.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(static set => set.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Threads }) ?? [];
        return sets.Any() ? default : (creation, ObjectInitializer.With(creation, Threads, "1"));
    }

    /// <summary>The overload that takes options, told the same; its defaults are those of the parameters.</summary>
    static (SyntaxNode?, SyntaxNode?) WithOptions(InvocationExpressionSyntax? call, SemanticModel model, CancellationToken stop)
    {
        if (call is null || model.GetSymbolInfo(call, stop).Symbol is not IMethodSymbol method)
            return default;
        var options = (method.ReducedFrom ?? method).ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(other => SameCatalog(other, method))
            .SelectMany(static other => other.Parameters)
            .FirstOrDefault(static parameter => parameter.Name == "options")?.Type;
        if (options is null)
            return default;
        var settings = new List<string>();
        for (var at = 0; at < call.ArgumentList.Arguments.Count; at++)
        {
            var argument = call.ArgumentList.Arguments[at];
            var parameter = argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters[at].Name;
            var member = char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
            if (!HasMember(options, member))
                return default;
            settings.Add($"{member} = {argument.Expression}");
        }
        settings.Add($"{Threads} = 1");
        var created = ObjectInitializer.Argument($"new {options.ToDisplayString()} {{ {string.Join(", ", settings)} }}");
        return (call.ArgumentList, created);
    }

    static bool SameCatalog(IMethodSymbol other, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(other.Parameters[0].Type, (method.ReducedFrom ?? method).Parameters[0].Type);

    static bool HasMember(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? one = type; one is not null; one = one.BaseType)
            if (one.GetMembers(name).Any(static member => member.DeclaredAccessibility == Accessibility.Public))
                return true;
        return false;
    }
}
