using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>A ranking label that <c>MapValueToKey</c> numbers as the values come in the data, which need not be from bad to good.</summary>
static class RankingLabelByOccurrence
{
    const int ByOccurrence = 0;

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.RankingLabelByOccurrence, "A ranking label is numbered by occurrence",
        "the keys of the label '{0}' are numbered in the order in which its values come in the data, "
        + "and a ranking trainer takes a higher number for a better match; "
        + "say keyOrdinality: KeyOrdinality.ByValue, or give the order in keyData",
        Category.Gates, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.RankingLabelByOccurrence));

    public static void Check(TypeFlow flow, EstimatorReader estimators, MachineLearningTypes types, Action<Diagnostic> report)
    {
        var reported = new HashSet<IOperation>();
        foreach (var body in flow.Bodies)
            foreach (var operation in body.Operations)
                if (operation is IInvocationOperation { TargetMethod.Name: "Append" } append
                    && types.IsEstimator(append.Type)
                    && estimators.EstimatorsOf(append, body) is { Count: > 1 } chain
                    && Numbered(chain) is { } mapping
                    && reported.Add(mapping))
                    report(Diagnostic.Create(Rule, mapping.NameLocation(), mapping.Text("outputColumnName")));
    }

    /// <summary>The last estimator, a ranking trainer, and the estimator before it that wrote its label last.</summary>
    static IInvocationOperation? Numbered(IReadOnlyList<Origin> chain)
    {
        if (chain[chain.Count - 1].Operation is not IInvocationOperation trainer
            || !IsRanking(trainer)
            || LabelOf(trainer, chain[chain.Count - 1].Body) is not { } label)
            return null;
        var last = chain.Select(static estimator => estimator.Operation).OfType<IInvocationOperation>()
            .LastOrDefault(estimator => estimator.Text("outputColumnName") == label);
        return last is not null && last.IsOwn("MapValueToKey") && IsByOccurrence(last) ? last : null;
    }

    /// <summary>Whether a call makes a ranking trainer.</summary>
    public static bool IsRanking(IInvocationOperation trainer) =>
        trainer.TargetMethod is { IsExtensionMethod: true, Parameters: var parameters }
        && parameters[0].Type is { Name: "RankingTrainers" } catalog
        && MachineLearningTypes.IsOwn(catalog);

    /// <summary>Given by name, or in options that are made in the call: the graph sets their members in statements of their own.</summary>
    static string? LabelOf(IInvocationOperation trainer, BodyFlow body)
    {
        if (trainer.Argument("options")?.Unwrapped() is not IFlowCaptureReferenceOperation options)
            return trainer.Text("labelColumnName");
        var label = body.Operations.OfType<ISimpleAssignmentOperation>().LastOrDefault(set =>
            set.Target is IMemberReferenceOperation { Member.Name: "LabelColumnName", Instance: IFlowCaptureReferenceOperation of }
            && of.Id.Equals(options.Id));
        return label is null ? "Label" : label.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
    }

    static bool IsByOccurrence(IInvocationOperation mapping) =>
        mapping.Argument("keyOrdinality")?.ConstantValue is { HasValue: true, Value: { } ordinality }
        && Convert.ToInt32(ordinality) == ByOccurrence
        && mapping.Argument("keyData") is { } given
        && given.Unwrapped().ConstantValue is { HasValue: true, Value: null };
}
