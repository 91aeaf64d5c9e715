using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>A ranking label that <c>MapValueToKey</c> numbers as the values come in the data, which need not be from bad to good.</summary>
static class RankingLabelByOccurrence
{
    const int ByOccurrence = 0;

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.RankingLabelByOccurrence, "A ranking label is numbered by occurrence",
        "the keys of the label '{0}' are numbered in the order in which its values occur in the data, "
        + "but a ranking trainer takes a higher number for a better match; "
        + "pass keyOrdinality: KeyOrdinality.ByValue, or give the order in keyData",
        Category.Gates, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.RankingLabelByOccurrence));

    public static void Check(TypeFlow flow, ChainReader chains, MachineLearningTypes types, Action<Diagnostic> report)
    {
        if (!flow.Bodies.Any(body => body.Operations.Any(MayRank)))
            return;
        var reported = new HashSet<IOperation>();
        foreach (var body in flow.Bodies)
            foreach (var operation in body.Operations)
                if (operation is IInvocationOperation { TargetMethod.Name: "Append" } append
                    && types.IsEstimator(append.Type)
                    && chains.ReadAll(append, new(body)).Select(Numbered).ToList() is var found
                    && found.All(static one => one is not null)
                    && reported.Add(found[0]!.Value.Mapping.Call))
                    Report(found[0]!.Value);

        // Chains are costly to read: a ranking trainer must be in sight, or a helper that may give one.
        bool MayRank(IOperation operation) => operation is IInvocationOperation call
            && (IsRanking(call) || types.IsEstimator(call.Type) && !MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType));

        void Report((EstimatorCall Mapping, string Label) found) => report(Diagnostic.Create(
            Rule,
            found.Mapping.Frame.SeenFromStart(found.Mapping.Call) is IInvocationOperation seen ? seen.NameLocation() : found.Mapping.MethodName.GetLocation(),
            found.Label));
    }

    /// <summary>The estimator that wrote the label last, where the chain ends with a ranking trainer and the values are numbered as they come.</summary>
    static (EstimatorCall Mapping, string Label)? Numbered(IReadOnlyList<EstimatorCall?> chain)
    {
        if (chain.Count < 2 || chain[chain.Count - 1] is not { } trainer || !IsRanking(trainer.Call)
            || trainer.Columns(Role.Label)?.FirstOrDefault().Text is not { } label)
            return null;
        var last = chain.OfType<EstimatorCall>().LastOrDefault(one => one.Pairs()?.Any(pair => pair.Output.Text == label) == true);
        return last is not null && last.Call.IsOwn("MapValueToKey") && IsByOccurrence(last.Call) ? (last, label) : null;
    }

    /// <summary>Whether a call makes a ranking trainer.</summary>
    public static bool IsRanking(IInvocationOperation trainer) =>
        trainer.TargetMethod is { IsExtensionMethod: true, Parameters: var parameters }
        && parameters[0].Type is { Name: "RankingTrainers" } catalog
        && MachineLearningTypes.IsOwn(catalog);

    static bool IsByOccurrence(IInvocationOperation mapping) =>
        mapping.Argument("keyOrdinality")?.ConstantValue is { HasValue: true, Value: { } ordinality }
        && Convert.ToInt32(ordinality) == ByOccurrence
        && mapping.Argument("keyData") is { } given
        && given.Unwrapped().ConstantValue is { HasValue: true, Value: null };
}
