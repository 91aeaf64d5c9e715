using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>Follows values to where they were made, into helpers and out of them again.</summary>
sealed class ValueReader(TypeFlow flow, MemberBodies members, SemanticModel file)
{
    /// <summary>Ends what a variable that is made from itself would not.</summary>
    const int LongestWay = 20;

    /// <summary>The operation that made a value and its place; null where that is not certain.</summary>
    public Value? OriginOf(IOperation value, Frame frame)
    {
        while (flow.OriginOf(value, frame.Body) is var (operation, body))
        {
            // The flow crosses into a private method that is called once by itself; what it is called from stays.
            var place = body == frame.Body ? frame : frame with { Body = body };
            switch (operation)
            {
                case IParameterReferenceOperation parameter when place.Argument(parameter.Parameter) is { } argument:
                    (value, frame) = (argument, place.Caller!);
                    continue;
                case var use when place.CanEnter && Entered(use) is { } helper:
                    (value, frame) = (helper.Operation, new(helper.Body, place, use));
                    continue;
                default:
                    return new(operation, place);
            }
        }
        return null;
    }

    /// <summary>
    /// The calls of the type that are looked for, and those that helpers of other types return, as they are used here: of a helper that is given a view or a model,
    /// and returns a property of the call at most.
    /// </summary>
    public IEnumerable<Value> Calls(Func<IInvocationOperation, bool> isOne, MachineLearningTypes types)
    {
        foreach (var body in flow.Bodies)
            foreach (var operation in body.Operations)
                if (operation is not IInvocationOperation call)
                    continue;
                else if (isOne(call))
                    yield return new(call, new(body));
                else if (!MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) && flow.BodyRunBy(call.TargetMethod) is null
                    && call.Arguments.Any(argument => types.IsTransformer(argument.Parameter?.Type) || types.IsDataView(argument.Parameter?.Type))
                    && Behind(call, new(body)) is { Operation: IInvocationOperation returned } value && isOne(returned))
                    yield return value;
    }

    /// <summary>What a value is, or is a property of.</summary>
    Value? Behind(IOperation value, Frame frame)
    {
        var origin = OriginOf(value, frame);
        while (origin is { Operation: IPropertyReferenceOperation { Instance: { } of } } property)
            origin = OriginOf(of, property.Frame);
        return origin;
    }

    /// <summary>What a call returns, or a member holds, and where that is written.</summary>
    Origin? Entered(IOperation use) => use switch
    {
        IInvocationOperation call when flow.BodyRunBy(call.TargetMethod) is { } helper => helper.Returned is { } value ? new(value, helper) : null,
        IInvocationOperation call => members.ValueOf(call.TargetMethod, file),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => members.ValueOf(reference.Member, file),
        _ => null,
    };

    /// <summary>What a value may be, where it is one of a few: of a conditional expression, or of a variable that is assigned in branches.</summary>
    public IReadOnlyList<IOperation> Choices(IOperation value, Frame frame)
    {
        for (var way = 0; way < LongestWay; way++)
        {
            value = value.Unwrapped();
            object? variable = value switch
            {
                ILocalReferenceOperation local => local.Local,
                IFlowCaptureReferenceOperation capture => capture.Id,
                _ => null,
            };
            if (variable is null || frame.Body.AllReaching(variable, value) is not { } reaching || reaching.Any(static one => one.Value is null))
                return [];
            if (reaching.Count > 1)
                return [.. reaching.Select(static one => one.Value!)];
            if (reaching.Count == 0)
                return [];
            value = reaching.First().Value!;
        }
        return [];
    }

    /// <summary>A text that is known, which may be null; false where it is not.</summary>
    public bool TryText(IOperation value, Frame frame, out string? text)
    {
        text = null;
        if (!TryConstant(value, frame, out var constant))
            return false;
        text = constant as string;
        return constant is null or string;
    }

    /// <summary>A constant wherever it was written: a literal, a constant, an argument of a helper's call, a field that never changes.</summary>
    public bool TryConstant(IOperation value, Frame frame, out object? constant)
    {
        constant = null;
        var origin = value.ConstantValue.HasValue ? value : OriginOf(value, frame)?.Operation;
        switch (origin)
        {
            case { ConstantValue.HasValue: true }:
                constant = origin.ConstantValue.Value;
                return true;
            case IDefaultValueOperation { Type.IsReferenceType: true }:
                return true;
            default:
                return false;
        }
    }

    /// <summary>The elements of an array that is written out; null where it is not.</summary>
    public IReadOnlyList<(IOperation Element, Frame Frame)>? Elements(IOperation value, Frame frame)
    {
        if (OriginOf(value, frame) is not (var operation, var place))
            return null;
        return operation switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => [.. initializer.ElementValues.Select(element => (element, place))],
            // Roslyn 4.8 has no operation for a collection expression, but its elements are there.
            { Syntax: CollectionExpressionSyntax collection } when collection.Elements.All(static element => element is ExpressionElementSyntax) =>
                [.. operation.ChildOperations.Select(element => (element, place))],
            _ => null,
        };
    }
}
