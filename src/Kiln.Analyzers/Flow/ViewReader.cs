using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>Reads from the code where the rows of data views come from, and what models were fitted on.</summary>
sealed class ViewReader(TypeFlow flow, MachineLearningTypes types)
{
    const int Deepest = 50;

    /// <summary>By the operation that made them: estimators that are fitted one on the other would be read again and again.</summary>
    readonly Dictionary<IOperation, View?> _known = [];

    int _depth;

    /// <summary>Null where it is not certain.</summary>
    public View? ViewOf(IOperation value, BodyFlow body)
    {
        if (_depth == Deepest)
            return null;
        if (flow.OriginOf(value, body) is not { } origin)
            return null;
        if (_known.TryGetValue(origin.Operation, out var known))
            return known;
        _depth++;
        var view = ViewOf(origin);
        _depth--;
        _known[origin.Operation] = view;
        return view;
    }

    /// <summary>What a transformer was fitted on; null where it is not certain.</summary>
    public FittedModel? ModelOf(IOperation transformer, BodyFlow body) =>
        flow.OriginOf(transformer, body) is { Operation: IInvocationOperation call } origin
        && types.IsFit(call)
        && ViewOf(types.DataOf(call)!, origin.Body) is { } on
            ? new(on, origin)
            : null;

    View? ViewOf(Origin origin) => origin.Operation switch
    {
        IInvocationOperation call when types.IsTransform(call) => ViewOf(types.DataOf(call)!, origin.Body) is { } of
            ? new TransformedView(of, ModelOf(call.Instance!, origin.Body), call)
            : null,
        IInvocationOperation call when MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) => ViewOf(call, origin.Body),
        IFieldReferenceOperation { Field.ContainingType.Name: "TrainTestData", Instance: { } split } side =>
            SideOf(split, side.Field.Name == "TestSet", origin.Body),
        IFieldReferenceOperation { Instance: not (null or IInstanceReferenceOperation) } => null,
        IPropertyReferenceOperation or IArrayElementReferenceOperation or ILiteralOperation or IDefaultValueOperation => null,
        _ => new SourceView(origin.Identity),
    };

    /// <summary>What one of ML.NET's methods makes of the view it takes, or gives without taking one.</summary>
    View? ViewOf(IInvocationOperation call, BodyFlow body)
    {
        if (types.DataOf(call) is not { } data)
            return new SourceView(call);
        return ViewOf(data, body) switch
        {
            null => null,
            var of when call.Has(Tag.SameRows) => of,
            var of when call.Has(Tag.SomeRows) || call.Has(Tag.RepeatsRows) => new PartialView(of, call),
            _ => new SourceView(call),
        };
    }

    SideView? SideOf(IOperation split, bool isTest, BodyFlow body)
    {
        if (flow.OriginOf(split, body) is not { } origin)
            return null;
        return origin.Operation is IInvocationOperation call && call.Has(Tag.SplitsRows) && types.DataOf(call) is { } data
            ? new(ViewOf(data, origin.Body), origin.Identity, isTest)
            : new(null, origin.Identity, isTest);
    }
}
