using Kiln.Analyzers.Flow;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>
/// A loop that fits one candidate after the other, evaluates each on the test set and keeps the best, where nothing else is ever evaluated:
/// the metric of the winner is then too good.
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
                && body.IsInLoop(measurement.Call)
                && measurement.Transforms.Any(transform => transform.By?.At.Body == body && body.IsInLoop(transform.By.Call))
                && tested.Split is IOperation split
                && !IsRepeated(split, flow)
                && measurements.All(other => other == measurement || other.View?.Rows == tested)
                && IsCompared(measurement, flow))
                report(Diagnostic.Create(Rule, measurement.Call.Syntax.GetLocation()));
    }

    /// <summary>Each round may have a test set of its own.</summary>
    static bool IsRepeated(IOperation split, TypeFlow flow) => flow.BodyOf(split)?.IsInLoop(split) != false;

    /// <summary>Whether one of its metrics is held against a variable that the loop sets to it.</summary>
    static bool IsCompared(Measurement measurement, TypeFlow flow)
    {
        var body = measurement.Body;
        return body.Operations.OfType<IBinaryOperation>().Any(comparison =>
            comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            && (Holds(comparison.LeftOperand, comparison.RightOperand) || Holds(comparison.RightOperand, comparison.LeftOperand)));

        bool Holds(IOperation metric, IOperation best) =>
            IsMetric(metric)
            && Origin.Unwrapped(best) is ILocalReferenceOperation { Local: var variable }
            && body.DefinitionsOf(variable).Any(definition => definition.Value is { } value && IsMetric(value) && body.IsInLoop(value));

        bool IsMetric(IOperation value) =>
            flow.OriginOf(value, body) is { Operation: IPropertyReferenceOperation { Instance: { } metrics } } origin
            && flow.OriginOf(metrics, origin.Body)?.Operation == measurement.Call;
    }
}
