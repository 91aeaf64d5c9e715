using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Leakage;

/// <summary>
/// An estimator that learns from the rows, fitted on all of them, and what it made of them is split, or the training side of a split goes through
/// it. What is fitted only to be looked at leaks nothing.
/// </summary>
static class FittedBeforeSplit
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.FittedBeforeSplit, "A transform is fitted before the split",
        "'{0}' learns here from all rows, including those that {1} holds out, so what is measured on them is too good; "
        + "split first and fit on the training rows only, best as part of the one pipeline that is fitted on them",
        Category.Leakage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.FittedBeforeSplit));

    public static void Check(
        IReadOnlyList<Split> splits, TypeFlow flow, ViewReader views, MachineLearningTypes types, Action<Diagnostic> report)
    {
        var reported = new HashSet<IOperation>();
        var estimators = new EstimatorReader(flow);
        foreach (var split in splits)
            foreach (var transform in split.View?.Transforms ?? [])
                if (transform.By is { } model && split.View!.IsWithin(model.On))
                    Report(model, split.Call);
        foreach (var body in flow.Bodies)
            foreach (var fit in body.Operations.OfType<IInvocationOperation>().Where(types.IsFit))
                if (views.ViewOf(types.DataOf(fit)!, body) is TransformedView { By: { } model, Rows: SideView { IsTest: false } side }
                    && side is { Split: IInvocationOperation split, Of: { } all }
                    && all.IsWithin(model.On))
                    Report(model, split);

        static bool Learns(IInvocationOperation estimator) => estimator.Has(Tag.Learns) && !estimator.Has(Tag.OnlyNumbers);

        void Report(FittedModel model, IInvocationOperation split)
        {
            if (estimators.EstimatorsOf(model.Call.Instance!, model.At.Body)
                    .Select(static estimator => estimator.Operation).OfType<IInvocationOperation>().FirstOrDefault(Learns) is { } estimator
                && reported.Add(model.Call))
                report(Diagnostic.Create(
                    Rule,
                    types.DataOf(model.Call)!.Syntax.GetLocation(),
                    [split.Syntax.GetLocation()],
                    estimator.TargetMethod.Name,
                    split.TargetMethod.Name));
        }
    }
}
