using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>A trainer whose threads race on a context that was given a seed, or in a model's pipeline, where Kiln gives one.</summary>
static class SeedWithoutEffect
{
    const string Threads = "NumberOfThreads";

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.SeedWithoutEffect, "A seed has no effect",
        "{0} trains on several threads that race, so the seed does not make it repeat; set NumberOfThreads = 1 in its options",
        Category.Reproducibility, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.SeedWithoutEffect),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static void Check(ContextFlow flow, IEnumerable<ContextUse> uses, Action<Diagnostic> report)
    {
        foreach (var use in uses)
            if (use.Races is { } options && IsSeeded(flow, use.Context))
                report(Diagnostic.Create(Rule, use.Call.NameLocation(), options, use.Name));
    }

    /// <summary>Where the options of a trainer are made whose threads race, for the fix; null where they do not, or may not.</summary>
    public static IReadOnlyList<Location>? Races(IInvocationOperation call, CodeContext code)
    {
        if (!call.Has(Tag.Races))
            return null;
        if (call.Argument("options") is null)
            return [];
        if (FollowedCall.Find(call, code) is not { } followed || followed.Settings(Threads) is not { Count: > 0 } settings || !settings.All(IsSeveral))
            return null;
        return followed.Options is { Syntax: var made } && made.SyntaxTree == call.Syntax.SyntaxTree ? [made.GetLocation()] : [];
    }

    /// <summary>As many as there are processors, where nothing is set.</summary>
    static bool IsSeveral(IOperation? threads) =>
        threads is null || threads.IsNull() || threads.Unwrapped().ConstantValue is { HasValue: true, Value: > 1 };

    static bool IsSeeded(ContextFlow flow, ISymbol context)
    {
        var origins = flow.To(context);
        return flow.Creations.Any(made => made.Seeded is true && origins.Contains(made.At))
            || origins.Any(static origin => origin is IParameterSymbol && PipelineReach.IsPipeline(origin.ContainingSymbol));
    }
}
