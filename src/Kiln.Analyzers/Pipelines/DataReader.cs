using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Reads what columns a data view has: those of the class it was loaded as, and those that fitted chains added.</summary>
sealed class DataReader(ValueReader values, ChainReader chains, MachineLearningTypes types)
{
    const int Deepest = 50;

    readonly LoaderReader _loaders = new(values);

    /// <summary>Views are made from views that are made from the same view: read anew each time, the work would double with each estimator.</summary>
    readonly Dictionary<(IOperation, Frame), ViewColumns> _read = [];
    int _depth;

    /// <summary>What is known of the columns of a data view.</summary>
    public ViewColumns Read(IOperation view, Frame frame)
    {
        if (_depth == Deepest || values.OriginOf(view, frame) is not (var operation, var place))
            return ViewColumns.Unknown;
        if (_read.TryGetValue((operation, place), out var columns))
            return columns;
        _depth++;
        columns = operation switch
        {
            IInvocationOperation call when MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) => ReadCall(call, place),
            var side when SplitSide.Read(side) is var (split, _) && values.OriginOf(split, place) is (IInvocationOperation call, var at) && call.Has(Tag.SplitsRows)
                && types.DataOf(call) is { } data => Read(data, at),
            _ => ViewColumns.Unknown,
        };
        _depth--;
        return _read[(operation, place)] = columns;
    }

    ViewColumns ReadCall(IInvocationOperation call, Frame place) => call.TargetMethod.Name switch
    {
        "LoadFromEnumerable" when IsPlain(call) => Complete(ClassColumns.Read(call.TargetMethod.TypeArguments[0])),
        "LoadFromTextFile" => Loaded(call, place),
        "Load" when call.Receiver() is { } loader && values.OriginOf(loader, place) is
            (IInvocationOperation { TargetMethod.Name: "CreateTextLoader" } made, var at) => Loaded(made, at),
        "Transform" when types.IsTransform(call) => Transformed(call.Instance!, types.DataOf(call)!, place),
        _ when call.Has(Tag.SameColumns) && types.DataOf(call) is { } data => Read(data, place),
        _ => ViewColumns.Unknown,
    };

    ViewColumns Loaded(IInvocationOperation call, Frame place) =>
        LoadedClass(call) is { } type ? Complete(ClassColumns.Loaded(type))
        : call.Argument("columns") is { } columns && _loaders.Read(columns, place) is { } loaded ? ViewColumns.Complete(loaded)
        : ViewColumns.Unknown;

    /// <summary>The class whose attributes say where in a text file its columns stand; null for other calls.</summary>
    public static ITypeSymbol? LoadedClass(IInvocationOperation call) =>
        call.TargetMethod is { Name: "LoadFromTextFile" or "CreateTextLoader", TypeArguments.Length: 1 } method && MachineLearningTypes.IsOwn(method.ContainingType)
            ? method.TypeArguments[0]
            : null;

    ViewColumns Transformed(IOperation transformer, IOperation data, Frame place) =>
        FitOf(transformer, place) is var (chain, _) ? ChainRun.Run(chain, Read(data, place), isScoring: true).Columns : ViewColumns.Unknown;

    /// <summary>The chain that a transformer was fitted from, and the columns it was fitted on; null where that is not known.</summary>
    public (IReadOnlyList<EstimatorCall?> Chain, ViewColumns Data)? FitOf(IOperation transformer, Frame frame) =>
        values.OriginOf(transformer, frame) is (IInvocationOperation call, var place) && types.IsFit(call)
            ? (chains.Read(call.Instance!, place), Read(types.DataOf(call)!, place))
            : null;

    /// <summary>Whether the class alone says what the columns are.</summary>
    static bool IsPlain(IInvocationOperation call) => call.TargetMethod.TypeArguments.Length == 1
        && call.Arguments.All(static argument => argument.Parameter!.Ordinal == 0 || argument.ArgumentKind == ArgumentKind.DefaultValue
            || argument.Value.ConstantValue is { HasValue: true, Value: null } || argument.Parameter.Type.Name != "SchemaDefinition");

    static ViewColumns Complete(IReadOnlyList<ClassColumn>? columns) => columns is null
        ? ViewColumns.Unknown
        : ViewColumns.Complete(columns.Select(static column => column.ToView()));
}
