using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>A model of another project that no test of this one loads or asks.</summary>
static class NoBehaviourTest
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.NoBehaviourTest, "No test calls a model",
        "no test of '{0}' calls '{1}', so only its metrics are checked, not any single prediction; load it in a test and assert what must hold "
        + "(a known case, a direction, a change that must change nothing)",
        Category.Gates, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.NoBehaviourTest),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static Diagnostic Finding(INamedTypeSymbol model, Compilation tests) =>
        Diagnostic.Create(Rule, Location.None, tests.AssemblyName, model.ToDisplayString());
}
