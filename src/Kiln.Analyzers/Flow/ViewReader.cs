using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>Reads from the code where the rows of data views come from, and what models were fitted on.</summary>
sealed class ViewReader(ValueReader values, MachineLearningTypes types)
{
    const int Deepest = 50;

    /// <summary>By what made them: transforms that are fitted one on the other would be read again and again.</summary>
    readonly Dictionary<Value, View?> _known = [];

    int _depth;

    /// <summary>Null where it is not certain.</summary>
    public View? ViewOf(IOperation value, Frame frame)
    {
        if (_depth == Deepest)
            return null;
        _depth++;
        var view = values.OriginOf(value, frame) is { } origin ? Known(origin) : Either(value, frame);
        _depth--;
        return view;
    }

    /// <summary>What a transformer was fitted on; null where it is not certain.</summary>
    public FittedModel? ModelOf(IOperation transformer, Frame frame) =>
        values.OriginOf(transformer, frame) is { Operation: IInvocationOperation call } origin
        && types.IsFit(call)
        && ViewOf(types.DataOf(call)!, origin.Frame) is { } on
            ? new(on, origin)
            : null;

    View? Known(Value origin)
    {
        if (!_known.TryGetValue(origin, out var view))
            _known[origin] = view = ViewOf(origin);
        return view;
    }

    /// <summary>Which view it is depends on a condition. In a loop one variable may hold another one each time.</summary>
    View? Either(IOperation value, Frame frame)
    {
        var choices = values.Choices(value, frame);
        if (choices.Count == 0 || choices.Any(frame.Body.IsInLoop))
            return null;
        var views = choices.Select(choice => ViewOf(choice, frame)).ToList();
        return views.Contains(null) ? null : new EitherView([.. views.Select(static view => view!)], new Value(choices[0], frame));
    }

    View? ViewOf(Value origin) => origin.Operation switch
    {
        IInvocationOperation call when types.IsTransform(call) => ViewOf(types.DataOf(call)!, origin.Frame) is { } of
            ? new TransformedView(of, ModelOf(call.Instance!, origin.Frame), origin)
            : null,
        IInvocationOperation call when MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) => ViewOf(call, origin),
        var side when SplitSide.Read(side) is var (split, isTest) => SideOf(split, isTest, origin.Frame),
        IFieldReferenceOperation { Instance: not (null or IInstanceReferenceOperation) } => null,
        IPropertyReferenceOperation or IArrayElementReferenceOperation or ILiteralOperation or IDefaultValueOperation => null,
        _ => new SourceView(origin.Identity),
    };

    /// <summary>What one of ML.NET's methods makes of the view it takes, or gives without taking one.</summary>
    View? ViewOf(IInvocationOperation call, Value origin)
    {
        if (types.DataOf(call) is not { } data)
            return new SourceView(origin.Identity) { Load = origin };
        return ViewOf(data, origin.Frame) switch
        {
            null => null,
            var of when call.Has(Tag.SameRows) => of,
            var of when call.Has(Tag.SomeRows) || call.Has(Tag.RepeatsRows) => new PartialView(of, origin),
            _ => new SourceView(origin.Identity),
        };
    }

    SideView? SideOf(IOperation split, bool isTest, Frame frame)
    {
        if (values.OriginOf(split, frame) is not { } origin)
            return null;
        var of = origin.Operation is IInvocationOperation call && call.Has(Tag.SplitsRows) && types.DataOf(call) is { } data
            ? ViewOf(data, origin.Frame)
            : null;
        return new(of, origin.Identity, isTest, origin.SeenFromStart);
    }
}
