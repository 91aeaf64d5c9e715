using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>
/// A context without a seed that something random is done with. A warning where what is trained or sampled is another in every run; for
/// splits, which ML.NET 5 makes alike in every run even so, advice.
/// </summary>
static class UnseededContext
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UnseededContext, "A context has no seed",
        "this context has no seed, and {0} {1}; write new MLContext(seed: 1)",
        Category.Reproducibility, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UnseededContext),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static void Check(ContextFlow flow, IReadOnlyList<ContextUse> uses, Action<Diagnostic> report)
    {
        foreach (var made in flow.Creations)
        {
            if (made.Seeded is not false || !flow.IsOnlyUnseeded(made.At))
                continue;
            var reached = flow.From(made.At);
            var here = uses.Where(use => reached.Contains(use.Context)).ToList();
            if (here.FirstOrDefault(static use => use.Draws) is { } training)
                report(Diagnostic.Create(
                    Rule, made.Syntax.GetLocation(), training.Name, "draws random numbers from it, so every run gives a different result"));
            else if (here.FirstOrDefault() is { } split)
                report(Diagnostic.Create(
                    Rule, made.Syntax.GetLocation(), DiagnosticSeverity.Info, null, null,
                    split.Name, "asks it for one, so which rows are held out is up to the version of ML.NET"));
        }
    }
}
