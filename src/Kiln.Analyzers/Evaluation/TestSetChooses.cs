using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
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
        Category.Gates, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.TestSetChooses));

    public static void Check(IReadOnlyList<Measurement> measurements, TypeFlow flow, ValueReader values, Action<Diagnostic> report)
    {
        foreach (var measurement in measurements)
            if (measurement is { IsEvaluate: true, View.Rows: SideView { IsTest: true, Of: not { Rows: SideView } } tested, Body: var body }
                && !IsRepeated(tested.At, flow)
                && measurements.All(other => other == measurement || other.View?.Rows == tested)
                && ((IsOrder(body) || IsOrdered(measurement, values)) && flow.BodyOf(tested.At) != body
                    || IsFittedInLoop(measurement) && IsCompared(measurement, values)))
                report(Diagnostic.Create(Rule, measurement.Seen.Syntax.GetLocation()));
    }

    static bool IsFittedInLoop(Measurement measurement) =>
        measurement.Body.IsInLoop(measurement.Seen)
        && measurement.Transforms.Any(one => one.By?.At.Frame.Start == measurement.Body && measurement.Body.IsInLoop(one.By.At.SeenFromStart));

    /// <summary>Whether a body is the lambda that <c>OrderBy</c>, <c>MaxBy</c> or the like ranks by.</summary>
    static bool IsOrder(BodyFlow body) => TakerOf(body) is { } call && IsOrder(call);

    static bool IsOrder(IInvocationOperation call) =>
        call.TargetMethod is { Name: "OrderBy" or "OrderByDescending" or "MaxBy" or "MinBy", ContainingType.Name: "Enumerable" };

    /// <summary>Whether a body is a lambda of <c>Select</c> that gives a metric to what it makes, and the whole is ranked by that.</summary>
    static bool IsOrdered(Measurement measurement, ValueReader values)
    {
        var body = measurement.Body;
        return TakerOf(body) is { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select && body.Outer is { } outer
            && outer.Operations.OfType<IInvocationOperation>().Any(order => IsOrder(order)
                && values.OriginOf(order.Arguments[0].Value, new(outer))?.Operation == select
                && Key(order, outer) is { } key
                && body.Operations.Any(made => made switch
                {
                    IArgumentOperation { Parent: IObjectCreationOperation, Parameter.Name: var name } argument =>
                        string.Equals(name, key, StringComparison.OrdinalIgnoreCase) && IsMetric(argument.Value, measurement, values),
                    ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name } } assignment =>
                        name == key && IsMetric(assignment.Value, measurement, values),
                    _ => false,
                }));
    }

    /// <summary>The member that a lambda such as <c>one => one.Auc</c> ranks by.</summary>
    static string? Key(IInvocationOperation order, BodyFlow outer) =>
        outer.Nested.FirstOrDefault(nested => TakerOf(nested) == order)?.Returned?.Unwrapped()
            is IMemberReferenceOperation { Instance: IParameterReferenceOperation, Member.Name: var name }
                ? name
                : null;

    /// <summary>The call that is given a lambda.</summary>
    static IInvocationOperation? TakerOf(BodyFlow lambda) => lambda.Outer?.Operations
        .OfType<IFlowAnonymousFunctionOperation>()
        .FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, lambda.Method))
        is { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } }
            ? call
            : null;

    /// <summary>Each round may have a test set of its own.</summary>
    static bool IsRepeated(IOperation split, TypeFlow flow) => flow.BodyOf(split)?.IsInLoop(split) != false;

    /// <summary>Whether one of its metrics is held against a variable that the loop sets to it, or ends the loop.</summary>
    static bool IsCompared(Measurement measurement, ValueReader values)
    {
        var body = measurement.Body;
        return body.Operations.OfType<IBinaryOperation>().Any(comparison =>
            comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            && (Holds(comparison.LeftOperand, comparison.RightOperand)
                || Holds(comparison.RightOperand, comparison.LeftOperand)
                || (IsOne(comparison.LeftOperand) || IsOne(comparison.RightOperand)) && body.EndsLoop(comparison)));

        bool Holds(IOperation metric, IOperation best) =>
            IsOne(metric)
            && best.Unwrapped() is ILocalReferenceOperation { Local: var variable }
            && body.DefinitionsOf(variable).Any(definition => definition.Value is { } value && IsOne(value) && body.IsInLoop(value));

        bool IsOne(IOperation value) => IsMetric(value, measurement, values);
    }

    static bool IsMetric(IOperation value, Measurement measurement, ValueReader values) =>
        values.OriginOf(value, new(measurement.Body)) is { Operation: IPropertyReferenceOperation { Instance: { } metrics } } origin
        && values.OriginOf(metrics, origin.Frame) == measurement.At;
}
