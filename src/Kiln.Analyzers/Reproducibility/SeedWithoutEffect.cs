using Kiln.Analyzers.MachineLearning;
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
        {
            if (!Randomness.Races(use.Call) || !RunsOnSeveralThreads(use.Call, out var options) || !IsSeeded(flow, use.Context))
                continue;
            Location[] made = options is null ? [] : [options.Creation.Syntax.GetLocation()];
            report(Diagnostic.Create(Rule, use.Call.NameLocation(), made, use.Name));
        }
    }

    static bool RunsOnSeveralThreads(IInvocationOperation call, out TrainerOptions? options)
    {
        options = TrainerOptions.Read(call);
        if (options is null)
            return !TrainerOptions.AreTaken(call);
        return options[Threads] is not { } threads
            || threads.IsNull()
            || threads.Unwrapped().ConstantValue is { HasValue: true, Value: > 1 };
    }

    static bool IsSeeded(ContextFlow flow, ISymbol context)
    {
        var origins = flow.To(context);
        return flow.Creations.Any(made => made.Seeded is true && origins.Contains(made.At))
            || origins.Any(static origin => origin is IParameterSymbol && PipelineReach.IsPipeline(origin.ContainingSymbol));
    }
}
