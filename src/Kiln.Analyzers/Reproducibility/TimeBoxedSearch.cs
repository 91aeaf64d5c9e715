using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>A search for a model that ends after some time, in a project whose models have versions.</summary>
static class TimeBoxedSearch
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.TimeBoxedSearch, "A model search is limited by time",
        "{0} limits the search by time, so a slower machine finds a different model; "
        + "limit the number of models instead, or search elsewhere and write down the pipeline that was found",
        Category.Reproducibility, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.TimeBoxedSearch),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    const string Setting = "MaxExperimentTimeInSeconds";

    /// <summary>Whether a call of AutoML takes a time.</summary>
    public static bool IsLimited(IInvocationOperation call) =>
        IsAutoML(call.TargetMethod)
        && (call.TargetMethod.Name == "SetTrainingTimeInSeconds"
            || call.TargetMethod.Parameters.Any(static parameter => parameter.Name == "maxExperimentTimeInSeconds"));

    /// <summary>Whether AutoML's settings are given a time.</summary>
    public static bool IsLimited(IAssignmentOperation assignment) =>
        assignment.Target is IMemberReferenceOperation { Member: { Name: Setting } member } && IsAutoML(member);

    public static void Check(IEnumerable<(string Name, Location Location)> limits, Action<Diagnostic> report)
    {
        foreach (var (name, location) in limits)
            report(Diagnostic.Create(Rule, location, name));
    }

    static bool IsAutoML(ISymbol symbol) =>
        symbol.ContainingNamespace is { Name: "AutoML", ContainingNamespace: { Name: "ML", ContainingNamespace.Name: "Microsoft" } };
}
