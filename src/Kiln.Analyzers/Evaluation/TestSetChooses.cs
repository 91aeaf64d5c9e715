using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>
/// Candidates that are fitted and evaluated on the test set in a loop until one is good enough or the best is found, or that are ordered by
/// their metric on it, where nothing else is ever evaluated: the metric of the winner is then too good.
/// </summary>
static class TestSetChooses
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.TestSetChooses, "The test set chooses the model",
        "the best of several models is chosen by its metric on this test set, so that metric flatters it; "
        + "choose by cross-validation or on rows split from the training set, and evaluate the winner on the test set once",
        Rules.Gates, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.TestSetChooses));

    public static void Check(IReadOnlyList<Measurement> measurements, TypeFlow flow, Action<Diagnostic> report)
    {
        foreach (var measurement in measurements)
            if (measurement is { IsEvaluate: true, View.Rows: SideView { IsTest: true, Of: not { Rows: SideView } } tested, Body: var body }
                && tested.Split is IOperation split
                && !IsRepeated(split, flow)
                && measurements.All(other => other == measurement || other.View?.Rows == tested)
                && (IsOrder(body) && flow.BodyOf(split) != body || IsFittedInLoop(measurement) && IsCompared(measurement, flow)))
                report(Diagnostic.Create(Rule, measurement.Call.Syntax.GetLocation()));
    }

    static bool IsFittedInLoop(Measurement measurement) =>
        measurement.Body.IsInLoop(measurement.Call)
        && measurement.Transforms.Any(one => one.By?.At.Body == measurement.Body && measurement.Body.IsInLoop(one.By.Call));

    /// <summary>Whether a body is the lambda that <c>OrderBy</c>, <c>MaxBy</c> or the like ranks by.</summary>
    static bool IsOrder(BodyFlow body) => body.Outer?.Operations
        .OfType<IFlowAnonymousFunctionOperation>()
        .FirstOrDefault(lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, body.Method))
        is { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } }
        && call.TargetMethod is { Name: "OrderBy" or "OrderByDescending" or "MaxBy" or "MinBy", ContainingType.Name: "Enumerable" };

    /// <summary>Each round may have a test set of its own.</summary>
    static bool IsRepeated(IOperation split, TypeFlow flow) => flow.BodyOf(split)?.IsInLoop(split) != false;

    /// <summary>Whether one of its metrics is held against a variable that the loop sets to it, or ends the loop.</summary>
    static bool IsCompared(Measurement measurement, TypeFlow flow)
    {
        var body = measurement.Body;
        return body.Operations.OfType<IBinaryOperation>().Any(comparison =>
            comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            && (Holds(comparison.LeftOperand, comparison.RightOperand)
                || Holds(comparison.RightOperand, comparison.LeftOperand)
                || (IsMetric(comparison.LeftOperand) || IsMetric(comparison.RightOperand)) && body.EndsLoop(comparison)));

        bool Holds(IOperation metric, IOperation best) =>
            IsMetric(metric)
            && best.Unwrapped() is ILocalReferenceOperation { Local: var variable }
            && body.DefinitionsOf(variable).Any(definition => definition.Value is { } value && IsMetric(value) && body.IsInLoop(value));

        bool IsMetric(IOperation value) =>
            flow.OriginOf(value, body) is { Operation: IPropertyReferenceOperation { Instance: { } metrics } } origin
            && flow.OriginOf(metrics, origin.Body)?.Operation == measurement.Call;
    }
}
